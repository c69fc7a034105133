import { LIMITS, REFUSALS, Unreadable } from '../unreadable.ts';
import type { Archive } from './archive.ts';

/** What must be known of a workbook before its sheets can be read. */
export interface Parts {
  sheets: { name: string; hidden: boolean; part: string }[];
  /** Days count from 1904 in files of old Macintosh Excel. */
  from1904: boolean;
  strings: string[];
  /** By style number: whether numbers of this style are days. */
  dayStyles: boolean[];
}

type Attributes = Readonly<Record<string, string>>;
/** An attribute by its name without prefix: `r:id` is `id` in some files. */
function attribute(attributes: Attributes, name: string): string {
  const key = Object.keys(attributes).find((each) => each === name || each.endsWith(`:${name}`));
  return key === undefined ? '' : (attributes[key] ?? '');
}

async function relations(archive: Archive): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  await archive.read('xl/_rels/workbook.xml.rels', {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const target = attribute(attributes, 'Target');
      targets.set(attribute(attributes, 'Id'), target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
  });
  return targets;
}

/** A sheet's name as it is shown; Excel allows 31 signs, and none that cannot be seen. */
function sheetName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .slice(0, 100);
}

async function workbook(archive: Archive): Promise<Pick<Parts, 'sheets' | 'from1904'>> {
  const targets = await relations(archive);
  const sheets: Parts['sheets'] = [];
  let from1904 = false;
  await archive.read('xl/workbook.xml', {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const part = targets.get(attribute(attributes, 'id')) ?? `xl/worksheets/sheet${sheets.length + 1}.xml`;
      const hidden = (attributes['state'] ?? 'visible') !== 'visible';
      // One part shown as many sheets is no workbook of a program.
      if (sheets.length >= LIMITS.sheets || sheets.some((sheet) => sheet.part === part))
        throw new Unreadable(REFUSALS.broken);
      sheets.push({ name: sheetName(attributes['name'] ?? ''), hidden, part });
    },
  });
  return { sheets, from1904 };
}

/** Pieces of one string that are kept. */
const LONGEST_STRING = 1_000;

async function sharedStrings(archive: Archive): Promise<string[]> {
  const strings: string[] = [];
  let current: string[] = [];
  let inText = false;
  // Pronunciation marks of East Asian text repeat the text.
  let inPhonetic = false;
  await archive.read('xl/sharedStrings.xml', {
    open(name) {
      if (name === 'si') current = [];
      if (name === 'rPh') inPhonetic = true;
      if (name === 't') inText = !inPhonetic;
    },
    text(text) {
      if (inText && current.length < LONGEST_STRING) current.push(text);
    },
    close(name) {
      if (name === 't') inText = false;
      if (name === 'rPh') inPhonetic = false;
      if (name === 'si') strings.push(current.join('').slice(0, LIMITS.cellCharacters).normalize('NFC'));
    },
  });
  return strings;
}

/** Whether a number format shows days: it names a day or a year outside quoted text, colours and locales. */
function isDayFormat(code: string): boolean {
  // Excel's longest format has 255 signs; brackets without end would take a pattern for ever.
  const bare = code.slice(0, 300).replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  return /[dy]/i.test(bare) && !/general/i.test(bare);
}

/** Excel's built-in day formats (ECMA-376 part 1, 18.8.30), the East Asian ones included. */
function isBuiltInDayFormat(id: number): boolean {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58);
}

async function dayStyles(archive: Archive): Promise<boolean[]> {
  const formats = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCellStyles = false;
  await archive.read('xl/styles.xml', {
    open(name, attributes) {
      if (name === 'numFmt') formats.set(Number(attributes['numFmtId']), isDayFormat(attributes['formatCode'] ?? ''));
      if (name === 'cellXfs') inCellStyles = true;
      if (name !== 'xf' || !inCellStyles) return;
      const id = Number(attributes['numFmtId'] ?? 0);
      styles.push(formats.get(id) ?? isBuiltInDayFormat(id));
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return styles;
}

/** Reads everything of a workbook but its sheets. */
export async function readParts(archive: Archive): Promise<Parts> {
  const { sheets, from1904 } = await workbook(archive);
  return { sheets, from1904, strings: await sharedStrings(archive), dayStyles: await dayStyles(archive) };
}
