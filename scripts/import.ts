/**
 * `npm run import -- FILE --into products --dry-run`: what importing a spreadsheet would do, without doing it. `--json` gives the report to
 * programs; `--empty` compares with no records at all, by the communes that the project carries.
 */
import { parseArgs } from 'node:util';
import { hanoiDay } from '#domain/rules/day.ts';
import { now } from './clock.ts';
import { communesPlan } from './demo/communes.ts';
import { DEMONSTRATION_SETS, type DemonstrationSet } from './demo/sets.ts';
import { describeReport } from './import/describeReport.ts';
import { dryRun } from './import/dryRun.ts';
import { mapSheet, type SheetChoices } from './import/heading/mapSheet.ts';
import type { CommuneRecord } from './import/places/placeTable.ts';
import { type ReadOptions, readSheets } from './import/read/readSheets.ts';
import { ENCODINGS, type Encoding } from './import/read/sheet.ts';
import { type OfficeRecords, readExisting } from './import/readExisting.ts';
import { fieldsOfTarget, TARGETS, type TargetName } from './import/targets/fields.ts';
import { chosenFolder, withDatabase } from './withDatabase.ts';

const USAGE = `npm run import -- FILE --into ${Object.keys(TARGETS).join('|')} --dry-run [--json]
  --sheet NAME         trang tính, nếu tệp có nhiều
  --encoding NAME      ${Object.keys(ENCODINGS).join('|')}
  --separator SIGN     dấu ngăn cột của tệp văn bản
  --heading 3-4        dòng tiêu đề
  --shift N            dữ liệu lệch N cột so với tiêu đề (âm: sang trái)
  --column C=stars     cột C là trường “stars”; C= để không nhập cột
  --empty              so với hồ sơ trống
  --province 24        mã tỉnh, khi dùng --empty`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    into: { type: 'string', default: '' },
    'dry-run': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    empty: { type: 'boolean', default: false },
    province: { type: 'string', default: '24' },
    sheet: { type: 'string' },
    encoding: { type: 'string' },
    separator: { type: 'string' },
    heading: { type: 'string' },
    shift: { type: 'string' },
    column: { type: 'string', multiple: true, default: [] },
  },
});

function fail(words: string, code = 1): never {
  process.stderr.write(`${words}\n`);
  process.exit(code);
}

const isTarget = (name: string): name is TargetName => Object.hasOwn(TARGETS, name);
const isEncoding = (name: string): name is Encoding => Object.hasOwn(ENCODINGS, name);

function columnIndex(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function sheetChoices(target: TargetName): SheetChoices {
  const told = values.column.map((each) => {
    const [, letters = '', field = ''] = /^([A-Za-z]{1,2})=(\w*)$/.exec(each) ?? [];
    if (letters === '' || (field !== '' && !Object.hasOwn(fieldsOfTarget(target), field)))
      fail(`--column ${each}: ${Object.keys(fieldsOfTarget(target)).join(', ')}`, 2);
    return [columnIndex(letters), field] as const;
  });
  const [, first, last] = /^(\d+)(?:-(\d+))?$/.exec(values.heading ?? '') ?? [];
  return {
    columns: Object.fromEntries(told),
    ...(first === undefined ? {} : { heading: [Number(first), Number(last ?? first)] as const }),
    ...(values.shift === undefined ? {} : { shift: Number(values.shift) }),
  };
}

function readOptions(): ReadOptions {
  const { encoding, separator } = values;
  if (encoding !== undefined && !isEncoding(encoding)) fail(USAGE, 2);
  return { ...(encoding === undefined ? {} : { encoding }), ...(separator === undefined ? {} : { separator }) };
}

/** No records, and the communes of one of the provinces that the project carries. */
function emptyOffice(provinceCode: string): OfficeRecords {
  const set = Object.entries(DEMONSTRATION_SETS).find(([, { code }]) => code === provinceCode)?.[0];
  const communes = set === undefined ? [] : communesPlan(set as DemonstrationSet)['communes'];
  return { existing: {}, communes: (communes ?? []) as unknown as CommuneRecord[], provinceCode };
}

const [path] = positionals;
const target = values.into;
if (path === undefined || !isTarget(target)) fail(USAGE, 2);
if (!values['dry-run']) fail('Chưa ghi được: hãy xem trước với --dry-run.', 2);

const read = await readSheets(path, readOptions());
if (!read.ok) fail(read.why);
const { file } = read;
const sheet =
  values.sheet === undefined
    ? (file.sheets.find((each) => !each.hidden && each.rows.length > 0) ?? file.sheets[0])
    : file.sheets.find((each) => each.name === values.sheet);
if (sheet === undefined)
  fail(`Không có trang tính “${values.sheet}”. Có: ${file.sheets.map((each) => each.name).join(', ')}.`);
const mapped = mapSheet(sheet, target, sheetChoices(target));
if (mapped === null) fail('Không tìm thấy dòng tiêu đề: hãy chỉ bằng --heading.');
const office = values.empty ? emptyOffice(values.province) : await withDatabase(chosenFolder(), readExisting);
const report = dryRun(mapped, { ...office, today: hanoiDay(now()) });
const { sheets, ...described } = file;
process.stdout.write(
  values.json
    ? `${JSON.stringify({ file: { ...described, sheets: sheets.map(({ name, hidden, rows }) => ({ name, hidden, rows: rows.length })) }, ...report })}\n`
    : `${describeReport(file, report)}\n`,
);
