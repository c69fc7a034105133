/** The arguments of `npm run import`. */
import { parseArgs } from 'node:util';
import type { WrittenAnswer } from './plan/answers.ts';
import type { FileChoices } from './prepare.ts';
import { ENCODINGS, type Encoding } from './read/sheet.ts';
import { fieldsOfTarget, TARGETS, type TargetName } from './targets/fields.ts';

/** How the command is called. */
export const USAGE = `npm run import -- FILE --into ${Object.keys(TARGETS).join('|')} [--dry-run] [--json]
npm run import -- --undo ID [--json]
  --dry-run            xem trước, chưa ghi
  --refused OUT.xlsx   các dòng bị từ chối kèm lý do, để sửa rồi nhập lại
  --answer D12=VALUE   trả lời câu hỏi ở ô D12: lời hoặc số [0] của một lựa chọn, chữ khác cho ô, hoặc để trống; ghi được nhiều lần;
                       D12+=VALUE trả lời mọi dòng cùng câu hỏi, câu trả lời riêng của một dòng được tính trước
  --answers FILE       nhiều câu trả lời: tệp JSON {"D12": "…", "E5+": "…"} hoặc tệp --refused đã điền
  --undo ID            hoàn tác một lần nhập
  --sheet NAME         trang tính, nếu tệp có nhiều
  --encoding NAME      ${Object.keys(ENCODINGS).join('|')}
  --separator SIGN     dấu ngăn cột của tệp văn bản
  --heading 3-4        dòng tiêu đề
  --shift N            dữ liệu lệch N cột so với tiêu đề (âm: sang trái)
  --column C=stars     cột C là trường “stars”; C= để không nhập cột
  --empty              so với hồ sơ trống (chỉ cùng --dry-run)
  --province 24        mã tỉnh, khi dùng --empty`;

/** What a file is wanted for. */
export interface ImportOrder {
  path: string;
  target: TargetName;
  choices: FileChoices;
  isDry: boolean;
  json: boolean;
  /** Where refused rows go; empty: nowhere. */
  refused: string;
  answers: WrittenAnswer[];
  /** A file of more answers; empty: none. */
  answersFile: string;
  /** Two digits of the province whose communes an empty office has; empty: the office's own records. */
  emptyProvince: string;
}

export interface UndoOrder {
  undo: string;
  json: boolean;
}

/** The command was called wrongly; the message says how it is called. */
export class WrongUse extends Error {}

const isTarget = (name: string): name is TargetName => Object.hasOwn(TARGETS, name);
const isEncoding = (name: string): name is Encoding => Object.hasOwn(ENCODINGS, name);

function read(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      into: { type: 'string', default: '' },
      undo: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      refused: { type: 'string', default: '' },
      answer: { type: 'string', multiple: true, default: [] },
      answers: { type: 'string', default: '' },
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
}
type Values = ReturnType<typeof read>['values'];

function columnIndex(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function mappingOf(values: Values, target: TargetName): FileChoices['mapping'] {
  const told = values.column.map((each) => {
    const [, letters = '', field = ''] = /^([A-Za-z]{1,2})=(\w*)$/.exec(each) ?? [];
    if (letters === '' || (field !== '' && !Object.hasOwn(fieldsOfTarget(target), field)))
      throw new WrongUse(`--column ${each}: ${Object.keys(fieldsOfTarget(target)).join(', ')}`);
    return [columnIndex(letters), field] as const;
  });
  const [, first, last] = /^(\d+)(?:-(\d+))?$/.exec(values.heading ?? '') ?? [];
  return {
    columns: Object.fromEntries(told),
    ...(first === undefined ? {} : { heading: [Number(first), Number(last ?? first)] as const }),
    ...(values.shift === undefined ? {} : { shift: Number(values.shift) }),
  };
}

function answersOf(values: Values): WrittenAnswer[] {
  return values.answer.map((each) => {
    const cut = each.indexOf('=');
    if (cut < 1) throw new WrongUse(`--answer ${each}: D12=…`);
    return { at: each.slice(0, cut), value: each.slice(cut + 1) };
  });
}

function choicesOf(values: Values, target: TargetName): FileChoices {
  const { encoding, separator, sheet } = values;
  if (encoding !== undefined && !isEncoding(encoding)) throw new WrongUse(USAGE);
  return {
    read: { ...(encoding === undefined ? {} : { encoding }), ...(separator === undefined ? {} : { separator }) },
    ...(sheet === undefined ? {} : { sheet }),
    mapping: mappingOf(values, target),
  };
}

/** Reads the arguments; throws {@link WrongUse}. */
export function readArguments(args: readonly string[]): ImportOrder | UndoOrder {
  const { positionals, values } = read(args);
  const { into, json, refused } = values;
  if (values.undo !== undefined) return { undo: values.undo, json };
  const [path] = positionals;
  const isDry = values['dry-run'];
  if (path === undefined || !isTarget(into)) throw new WrongUse(USAGE);
  if (values.empty && !isDry) throw new WrongUse('--empty chỉ để xem trước: hãy thêm --dry-run.');
  const emptyProvince = values.empty ? values.province : '';
  const answers = { answers: answersOf(values), answersFile: values.answers };
  return { path, target: into, choices: choicesOf(values, into), isDry, json, refused, ...answers, emptyProvince };
}
