/**
 * TCVN3, the code of the ".Vn…" (ABC) fonts, as it looks when its bytes are read as Latin-1. It has no accented capitals: a capital
 * font (".VnTimeH") draws them from the same codes, so that they arrive in lower case.
 */

const SIGNS = '¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ';
const LETTERS = 'ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ';

const TABLE = new Map([...SIGNS].map((sign, index) => [sign, [...LETTERS][index] ?? sign]));

/** Text whose signs are TCVN3 codes, as Unicode (NFC). */
export function fromTcvn3(text: string): string {
  let result = '';
  for (const sign of text) result += TABLE.get(sign) ?? sign;
  return result.normalize('NFC');
}

/** Rhymes that exist with and without ư: after its loss nothing tells which was meant. ươp has four words only. */
const UNSURE = /[ơờớởỡợ](?=[imntu](?![a-zà-ỹ]))|(?<![^cmn\s])[ơờớởỡợ](?=p(?![a-zà-ỹ]))/i;
/** ơ before these finals is always ươ. */
const SURE = /(?<![ưừứửữự])([ơờớởỡợ])(?=ng|c)/gi;
const WITHOUT_VOWEL = /^(?:ngh|ng|nh|ch|kh|ph|th|tr|b|c|d|đ|g|h|k|l|m|n|r|s|t|v|x)(?:c|m|n|ng|t)?$/i;

/**
 * ư without a tone is byte 0xAD, the soft hyphen, which many programs drop: "Hướng" arrives as "Hớng", "tươi" as "tơi". The readings
 * that a decoded text may have had: one where the language leaves no choice, several where it does.
 */
export function withLostU(decoded: string): string[] {
  let readings = [''];
  for (const part of decoded.split(/(\s+)/)) {
    const meant = part.replace(SURE, 'ư$1');
    const spellings = [meant];
    if (UNSURE.test(part) && !/[ưừứửữự]/i.test(part)) spellings.unshift(meant.replace(UNSURE, 'ư$&'));
    if (part === part.toLowerCase() && WITHOUT_VOWEL.test(part)) spellings.unshift(...withU(part));
    readings = readings.flatMap((reading) => spellings.map((spelling) => reading + spelling)).slice(0, 8);
  }
  return readings;
}

/** A word that lost its only vowel, with ư at each place where it may have stood. */
function withU(consonants: string): string[] {
  const onset = /^(?:ngh|ng|nh|ch|kh|ph|th|tr|.)/i.exec(consonants)?.[0] ?? '';
  return [`${onset}ư${consonants.slice(onset.length)}`];
}
