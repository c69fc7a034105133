import type { CERTIFICATE_SCHEMES } from '#domain/certificate.ts';
import { CERTIFICATE_SCHEMES as SCHEMES } from '#domain/certificate.ts';
import { fold } from '#domain/rules/fold.ts';
import type { Cell } from '../read/sheet.ts';
import { ask, type Reading, refuse, right } from './reading.ts';
import { readLine } from './text.ts';

export interface Scheme {
  scheme: keyof typeof CERTIFICATE_SCHEMES;
  /** The paper's own name where it is none of the schemes. */
  name: string;
}

/** Words of each scheme, folded. A paper that names two is asked about. */
const WORDS: readonly [RegExp, Scheme['scheme']][] = [
  [/viet ?gahp/, 'vietgahp'],
  [/viet ?gap/, 'vietgap'],
  [/global ?gap/, 'globalgap'],
  [/huu co|organic|tcvn 11041|\busda\b|\bjas\b/, 'organic'],
  [/\bhaccp\b/, 'haccp'],
  [/\biso ?22000\b/, 'iso22000'],
  [/\biso ?9001\b/, 'iso9001'],
  [/\bgmp\b/, 'gmp'],
  [/cong bo/, 'quality_declaration'],
  [/an toan thuc pham|\battp\b|\bvsattp\b|\batvstp\b|an toan ve sinh/, 'food_safety'],
  [/chi dan dia ly/, 'geographical_indication'],
  [/nhan hieu tap the/, 'collective_mark'],
  [/nhan hieu chung nhan/, 'certification_mark'],
  [/nhan hieu(?! (?:tap the|chung nhan))|thuong hieu/, 'trademark'],
];

/** Which kind of paper a cell names. */
export function readScheme(cell: Cell): Reading<Scheme> {
  const line = readLine(cell);
  if (line.status !== 'right') return refuse(line.why);
  const text = fold(line.value).replace(/[:.-]/g, ' ').replace(/\s+/g, ' ');
  if (!/\p{L}{2}/u.test(text)) return refuse('Không thấy tên chứng nhận.');
  const found = WORDS.filter(([pattern]) => pattern.test(text)).map(([, scheme]) => scheme);
  const [only] = found;
  if (found.length > 1)
    return ask(
      'Ô nêu nhiều chứng nhận: hãy tách thành nhiều dòng, hoặc chọn một.',
      found.map((scheme) => ({ value: { scheme, name: '' }, label: SCHEMES[scheme] })),
    );
  if (only !== undefined) return right({ scheme: only, name: '' }, line.note);
  return right({ scheme: 'other', name: line.value }, 'Không phải loại đã biết: ghi là loại “Khác” với tên này.');
}
