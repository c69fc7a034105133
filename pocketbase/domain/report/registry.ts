/**
 * The office's registry of 22 columns (domain facts 1.13), one line a product, as offices keep it: two lines of headings with the two
 * rounds merged. Made so that importing it again changes nothing: what a record does not say stays empty.
 */
import { criteriaSet } from '#domain/criteriaSets.ts';
import type { Decision } from '#domain/decision.ts';
import { PRODUCER_KINDS } from '#domain/producer.ts';
import type { Recognition } from '#domain/recognition.ts';
import { type Day, dayBounds } from '#domain/rules/day.ts';
import { isRecognisedStars } from '#domain/rules/stars.ts';
import { termOf } from '#domain/rules/term.ts';
import { DEFAULT_VERDICT_SETTINGS } from '#domain/rules/verdict.ts';
import type { HeadingCell, Sheet, SheetCell } from '#domain/sheet/sheet.ts';
import { standingOn, starsInForce } from '#domain/standingOn.ts';
import type { RegistryRecords } from './readRegistry.ts';

const ALONE = [
  'TT',
  'Tên sản phẩm',
  'Nhóm sản phẩm',
  'Loại hình',
  'Chủ thể',
  'Xã/phường',
  'Địa chỉ',
  'Người đại diện',
  'Điện thoại',
  'Sao hiện tại',
  'Ngày hết hạn',
];
const ROUND = ['Số sao', 'Ngày công nhận', 'Năm', 'Số QĐ', 'Cơ quan công nhận'];
const WIDTHS = [6, 36, 28, 16, 32, 20, 32, 22, 14, 10, 14, 8, 14, 8, 18, 22, 8, 14, 8, 18, 22, 30];
const PROPOSED = 'Tiềm năng 5 sao';

function headings(): (HeadingCell | null)[][] {
  const round = (text: string) => [{ text, across: ROUND.length }, ...ROUND.slice(1).map(() => null)];
  const tall = (text: string) => ({ text, down: 2 });
  return [
    [...ALONE.map(tall), ...round('Công nhận đợt 1'), ...round('Công nhận đợt 2, nâng hạng'), tall('Ghi chú')],
    [...ALONE.map(() => null), ...ROUND.map((text) => ({ text })), ...ROUND.map((text) => ({ text })), null],
  ];
}

const beginning = ({ issued_on }: Recognition) => dayBounds(issued_on)?.first ?? '';

/** The recognitions that a line has room for: the latest two, the earlier one first. */
function latestTwo(recognitions: readonly Recognition[]): Recognition[] {
  const counted = recognitions.filter(({ stars, pending_central }) => isRecognisedStars(stars) || pending_central);
  return counted.sort((a, b) => (`${beginning(a)} ${a.id}` < `${beginning(b)} ${b.id}` ? -1 : 1)).slice(-2);
}

function roundCells(recognition: Recognition | undefined, decision: Decision | undefined): SheetCell[] {
  if (recognition === undefined) return ROUND.map(() => null);
  // Lists speak of the day of the decision where there is one.
  const day = decision?.decided_on || recognition.issued_on;
  return [
    recognition.pending_central ? PROPOSED : recognition.stars,
    { day },
    day === '' ? null : Number(day.slice(0, 4)),
    decision?.number ?? null,
    decision?.authority_name ?? null,
  ];
}

/** The last day of the certificate: as written, else as it follows from the day of issue. */
function lastDay(recognition: Recognition | undefined): string {
  if (recognition === undefined || recognition.pending_central) return '';
  if (recognition.expires_on !== '') return recognition.expires_on;
  const term = termOf(recognition.issued_on, '');
  return term?.exact === true ? term.latestEnd : '';
}

/** The registry as of a day. */
export function registrySheet(records: RegistryRecords, today: Day): Sheet {
  const producers = new Map(records.producers.map((each) => [each.id, each]));
  const contacts = new Map(records.producer_contacts.map((each) => [each.producer, each]));
  const communes = new Map(records.communes.map((each) => [each.id, each]));
  const decisions = new Map(records.decisions.map((each) => [each.id, each]));
  const recognitionsOf = Map.groupBy(records.recognitions, ({ product }) => product);
  const [settings] = records.site_settings;
  const rules = { ...DEFAULT_VERDICT_SETTINGS, grace: settings?.grace ?? false };
  const products = records.products
    .filter(({ state }) => state !== 'withdrawn')
    .sort((a, b) => (`${a.name} ${a.id}` < `${b.name} ${b.id}` ? -1 : 1));
  const rows = products.map((product, index): SheetCell[] => {
    const all = recognitionsOf.get(product.id) ?? [];
    const rounds = latestTwo(all);
    const [first, second] = rounds;
    const latest = rounds.at(-1);
    const stars = starsInForce(standingOn(all, today, rules).verdict);
    const producer = producers.get(product.producer);
    const contact = contacts.get(product.producer);
    return [
      index + 1,
      product.name,
      criteriaSet(product.criteria_set)?.name ?? null,
      producer === undefined ? null : PRODUCER_KINDS[producer.kind],
      producer?.name ?? null,
      communes.get(producer?.commune ?? '')?.name ?? null,
      contact?.address_as_printed ?? null,
      contact?.representative ?? null,
      contact?.phone ?? null,
      typeof stars === 'number' && stars === latest?.stars ? stars : null,
      { day: lastDay(latest) },
      ...roundCells(first, decisions.get(first?.decision ?? '')),
      ...roundCells(second, decisions.get(second?.decision ?? '')),
      latest?.note ?? null,
    ];
  });
  return { name: 'Sổ theo dõi OCOP', headings: headings(), rows, widths: WIDTHS };
}
