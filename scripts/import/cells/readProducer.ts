import type { ProducerKind } from '#domain/producer.ts';
import { fold, toneKey } from '#domain/rules/fold.ts';
import type { Cell } from '../read/sheet.ts';
import { ABBREVIATIONS, FAMILY_NAMES, LEGAL_FORMS, SLIPS } from './producerWords.ts';
import { ask, type Reading, refuse, right } from './reading.ts';
import { remember } from './remember.ts';
import { readLine } from './text.ts';

/** A producer as a cell names it. */
export interface ProducerName {
  /** Tidied, slips mended, without what is not part of the name. */
  name: string;
  kind: ProducerKind;
  /** Kind of company where said: `tnhh`, `cp`, `dntn`. */
  form: string;
  /** The name without its legal form. */
  core: string;
  /** Equal for two ways of writing one producer. */
  key: string;
  /** A household or a person: name, phone and address are personal data. */
  naturalPerson: boolean;
  /** An address that stood in the cell. */
  place: string;
}

/** What is said before a name without belonging to it. */
const BEFORE =
  /^(?:địa điểm kinh doanh(?: của)?|tên cơ sở|chủ thể|cơ sở)\s*:?\s+(?=(?:công ty|cty|htx|hợp tác xã|hộ|doanh nghiệp)(?!\p{L}))/iu;
/** `(HTX)` after "Hợp tác xã" says it again; so do abbreviations of the words before. */
const SAID_AGAIN = /\s*\((?:HTX|THT|TNHH|CP|SXKD\s*-?\s*DV|SXKD|MTV|HKD)\)/giu;
const PART_OF = /\s+(?:trực\s+)?thuộc\s+(?!địa)(.*)$/iu;
const ADDRESS =
  /\s*(?:,|;|\(|\s[-–])\s*(?:địa chỉ|đ\/c|đc)?\s*:?\s*((?:thôn|ấp|xóm|bản|khóm|khu phố|tổ|số|xã|phường|thị trấn|huyện|thị xã|thành phố|tỉnh|tp|tx|x\.|h\.|p\.)(?![\p{L}]).*?)\)?$/iu;

/** Comparable form of a name's core: abbreviations spelled out, fillers and punctuation gone, place of tone marks forgotten. */
export const producerKey = remember((core) => {
  const words = core
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .map((word) => ABBREVIATIONS[word] ?? word);
  return toneKey(words.join(' ').replace(/sản phẩm/g, ' '));
});

function mended(text: string): string {
  return SLIPS.reduce((result, [slip, meant]) => result.replace(slip, meant), text);
}

/** The legal form in front and what follows it. A prefix may run into the next word: `HTXNN`. */
function legalForm(name: string) {
  const branch = /^chi nhánh(?: số \d+)?\s+(?=\p{L})/iu.exec(name)?.[0] ?? '';
  const folded = fold(name.slice(branch.length));
  for (const { pattern, kind, form } of LEGAL_FORMS) {
    const match = pattern.exec(folded);
    if (match === null) continue;
    // A branch is no other name of its company: its key says so.
    const core = name.slice(branch.length + match[0].length).replace(/^[\s:,.–-]+/, '');
    return { kind, form, core: `${branch.toLowerCase()}${core}` };
  }
  return null;
}

const FAMILY_KEYS = new Set([...FAMILY_NAMES].map(toneKey));
const isCapitalised = (word: string) => /^\p{Lu}/u.test(word);

/** Whether words are a person's full name: `certain` with the middle names Thị or Văn, `likely` with a family name first. */
export function personName(text: string): 'certain' | 'likely' | 'no' {
  const words = text.split(' ');
  if (words.length < 2 || words.length > 5 || !words.every(isCapitalised) || /[\d&/.,()]/.test(text)) return 'no';
  const [family = '', middle = ''] = words.map((word) => toneKey(word));
  const last = words.length - 1;
  if (last >= 2 && (middle === 'thị' || middle === 'văn')) return 'certain';
  return FAMILY_KEYS.has(family) ? 'likely' : 'no';
}

/** Whether a name ends with a person's: `Cơ sở sản xuất nấm Đỗ Văn Tuấn`. */
function endsWithPerson(core: string): boolean {
  const words = core.split(' ');
  return [3, 4, 5].some((count) => words.length >= count && personName(words.slice(-count).join(' ')) === 'certain');
}

const FOREIGN =
  /\b(?:jsc|co\.?,? ?ltd|joint stock|company|cooperative|koperasi|perusahaan|rumah tangga|business household)\b/i;

function named(name: string, found: { kind: ProducerKind; form: string; core: string }, place: string): ProducerName {
  const { kind, form, core } = found;
  const naturalPerson = kind === 'household' || ((kind === 'other' || kind === 'farm') && endsWithPerson(core));
  return { name, kind, form, core, key: producerKey(core), naturalPerson, place };
}

function unnamed(name: string, place: string): Reading<ProducerName> {
  const as = (kind: ProducerKind, naturalPerson: boolean): ProducerName => ({
    name,
    kind,
    form: '',
    core: name,
    key: producerKey(name),
    naturalPerson,
    place,
  });
  const person = personName(name);
  if (person === 'certain') return right(as('household', true), 'Nhận là tên cá nhân: hộ sản xuất, không công khai.');
  const why = FOREIGN.test(name)
    ? 'Tên bằng tiếng nước ngoài: cần tên tiếng Việt.'
    : 'Tên không nêu loại hình chủ thể.';
  const candidates = [
    { value: as('household', true), label: 'Hộ sản xuất, cá nhân' },
    { value: as('company', false), label: 'Doanh nghiệp' },
    { value: as('cooperative', false), label: 'Hợp tác xã' },
    { value: as('other', false), label: 'Khác' },
  ];
  return ask(why, person === 'likely' ? candidates : [...candidates.slice(1), ...candidates.slice(0, 1)]);
}

/** "Nhà máy X thuộc Công ty Y": either may be the one that takes part. */
function partOf(names: readonly string[], place: string): Reading<ProducerName> {
  const candidates = names.flatMap((name) => {
    const form = legalForm(name);
    return form === null ? [] : [{ value: named(name, form, place), label: name }];
  });
  return ask('Ô nêu hai đơn vị: cần chọn chủ thể.', candidates);
}

/** A producer's name in its parts. A name without a legal form is asked about, unless it is surely a person's. */
export function readProducer(cell: Cell): Reading<ProducerName> {
  const line = readLine(cell);
  if (line.status === 'refuse') return line;
  if (line.status === 'ask') return refuse(line.why);
  if (!/\p{L}{2}/u.test(line.value)) return refuse('Đây không phải tên chủ thể.');
  const place = ADDRESS.exec(line.value)?.[1] ?? '';
  const stripped = mended(line.value.replace(ADDRESS, ''))
    .replace(SAID_AGAIN, '')
    .replace(BEFORE, '')
    .replace(PART_OF, '')
    .replace(/[\s,;.]+$/, '');
  const name = stripped === '' ? line.value : stripped;
  const form = legalForm(name);
  if (form === null) return unnamed(name, place);
  const whole = PART_OF.exec(line.value)?.[1] ?? '';
  // A plant or shop of a firm; a firm or cooperative of its own may belong to whom it will.
  if (form.form === '' && (form.kind === 'company' || form.kind === 'other') && legalForm(whole) !== null)
    return partOf([name, whole], place);
  if (producerKey(form.core) === '') return ask('Chỉ có loại hình, không có tên riêng.');
  const note = [line.note, name === line.value ? '' : `Đã đọc “${line.value}” là “${name}”.`].filter(Boolean).join(' ');
  return right(named(name, form, place), note === '' ? undefined : note);
}
