/** VNI Windows, the code of the "VNI-…" fonts, as it looks when its bytes are read as Latin-1: a letter, then a sign for its marks. */

const GRAVE = '\u0300';
const ACUTE = '\u0301';
const TILDE = '\u0303';
const HOOK = '\u0309';
const DOT = '\u0323';
const CIRCUMFLEX = '\u0302';
const BREVE = '\u0306';

/** The sign after a, e, o, u, y, ơ or ư and the marks that it stands for. */
const MARKS: Readonly<Record<string, string>> = {
  ù: ACUTE,
  ø: GRAVE,
  û: HOOK,
  õ: TILDE,
  ï: DOT,
  â: CIRCUMFLEX,
  á: CIRCUMFLEX + ACUTE,
  à: CIRCUMFLEX + GRAVE,
  å: CIRCUMFLEX + HOOK,
  ã: CIRCUMFLEX + TILDE,
  ä: CIRCUMFLEX + DOT,
  ê: BREVE,
  é: BREVE + ACUTE,
  è: BREVE + GRAVE,
  ú: BREVE + HOOK,
  ü: BREVE + TILDE,
  ë: BREVE + DOT,
};

/** Signs that are letters by themselves. */
const LETTERS: Readonly<Record<string, string>> = {
  ñ: 'đ',
  ô: 'ơ',
  ö: 'ư',
  í: 'í',
  ì: 'ì',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
};

const PATTERN = /([aeouyôö])([ùøûõïâáàåãäêéèúüë])|([ñôöíìæóòî])/giu;

function letterOf(sign: string): string {
  const lower = sign.toLowerCase();
  const letter = LETTERS[lower] ?? lower;
  return sign === lower ? letter : letter.toUpperCase();
}

/** Text whose signs are VNI codes, as Unicode (NFC). */
export function fromVni(text: string): string {
  return text
    .replace(PATTERN, (_, base: string | undefined, mark: string | undefined, alone: string | undefined) =>
      base === undefined ? letterOf(alone ?? '') : letterOf(base) + (MARKS[(mark ?? '').toLowerCase()] ?? mark),
    )
    .normalize('NFC');
}
