/** The arguments of `npm run report`. */
import { parseArgs } from 'node:util';
import { type Period, periodOf } from '#domain/report/period.ts';
import { orderOf, type ReportOrder } from '#domain/report/report.ts';
import { type Day, isWholeDay } from '#domain/rules/day.ts';

/** How the command is called. */
export const USAGE = `npm run report -- --period 2026-H1|2026-H2|2026|2026-03-31 [--as-of DAY] [--known past|now] [--json | --to FILE.xlsx]
npm run report -- --registry --to FILE.xlsx
npm run report -- --ministry 2026 --to FILE.xlsx|FILE.csv
  --period     kỳ báo cáo: nửa năm, năm, hoặc từ đầu năm đến một ngày
  --as-of      ngày lập báo cáo; để trống: ngày cuối kỳ, hoặc hôm nay nếu kỳ chưa hết
  --known      past: theo hồ sơ như đã biết hết ngày đó; now: như biết hôm nay (mặc định: past)
  --json       số liệu cho chương trình
  --to         ghi ra tệp
  --registry   sổ theo dõi 22 cột, nhập lại được
  --ministry   bảng PTNT_OCOP của Bộ, theo năm`;

/** The command was called wrongly; the message says how it is called. */
export class WrongUse extends Error {}

export type Wanted =
  | { kind: 'report'; order: ReportOrder; json: boolean; to: string }
  | { kind: 'registry'; to: string }
  | { kind: 'ministry'; year: string; to: string };

const OPTIONS = {
  period: { type: 'string', default: '' },
  'as-of': { type: 'string', default: '' },
  known: { type: 'string', default: 'past' },
  json: { type: 'boolean', default: false },
  to: { type: 'string', default: '' },
  registry: { type: 'boolean', default: false },
  ministry: { type: 'string', default: '' },
} as const;

function orderedReport(period: Period | null, today: Day, asOf: string, known: string): ReportOrder {
  if (period === null || (known !== 'past' && known !== 'now')) throw new WrongUse(USAGE);
  if (asOf !== '' && !isWholeDay(asOf)) throw new WrongUse(USAGE);
  const order = orderOf(period, today, asOf, known);
  if (order === null) throw new WrongUse('Ngày lập báo cáo phải từ đầu kỳ đến hôm nay.');
  return order;
}

function needEnding(to: string, endings: readonly string[]): string {
  if (!endings.some((ending) => to.endsWith(ending))) throw new WrongUse(USAGE);
  return to;
}

/** Reads the arguments; throws {@link WrongUse}. `today` in Hanoi. */
export function readArguments(args: readonly string[], today: Day): Wanted {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const { to } = values;
  if (values.registry) return { kind: 'registry', to: needEnding(to, ['.xlsx']) };
  if (values.ministry !== '') {
    if (!/^\d{4}$/.test(values.ministry)) throw new WrongUse(USAGE);
    return { kind: 'ministry', year: values.ministry, to: needEnding(to, ['.xlsx', '.csv']) };
  }
  const order = orderedReport(periodOf(values.period), today, values['as-of'], values.known);
  return { kind: 'report', order, json: values.json, to: to === '' ? '' : needEnding(to, ['.xlsx']) };
}
