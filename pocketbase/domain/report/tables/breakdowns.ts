/** Products in force and their makers by group, kind, commune and former district. */
import { PRODUCT_GROUPS, SECTORS } from '#domain/criteriaSets.ts';
import { PRODUCER_KINDS, REPORT_BUCKETS } from '#domain/producer.ts';
import { type Entry, type Frame, makersOf } from '#domain/report/moment.ts';
import { type Column, compare, type Line, makeTable, type Table } from '#domain/report/table.ts';
import { share } from '#domain/rules/share.ts';

const PRODUCTS: readonly Column[] = [
  { key: 'now', label: 'Sản phẩm', kind: 'count', adds: true },
  { key: 'before', label: 'Cùng kỳ năm trước', kind: 'count', adds: true },
  { key: 'change', label: 'Thay đổi', kind: 'count', adds: true },
  { key: 'share', label: 'Tỷ lệ (%)', kind: 'share' },
];
const BY_STARS: readonly Column[] = [
  { key: 'stars5', label: '5 sao', kind: 'count', adds: true },
  { key: 'stars4', label: '4 sao', kind: 'count', adds: true },
  { key: 'stars3', label: '3 sao', kind: 'count', adds: true },
];
const MAKERS: readonly Column[] = [
  { key: 'makers', label: 'Chủ thể', kind: 'count', adds: true },
  { key: 'makersBefore', label: 'Chủ thể cùng kỳ', kind: 'count', adds: true },
  { key: 'makersChange', label: 'Thay đổi', kind: 'count', adds: true },
];
const NOTE = 'Sản phẩm còn hiệu lực và chủ thể của chúng; tỷ lệ làm tròn đến một chữ số thập phân, nửa thì lên.';

/** What a breakdown goes by: a key and a label for every entry; labels in the order in which they are told. */
interface Cut {
  key: string;
  title: string;
  of: string;
  keyOf: (entry: Entry) => string;
  labels: ReadonlyMap<string, string>;
  /** Whether a maker can stand in one line only, so that makers add up. */
  hasMakers: boolean;
  notes?: readonly string[];
}

function values(now: readonly Entry[], before: readonly Entry[], whole: number, hasMakers: boolean) {
  const stars = (wanted: number) => now.filter((entry) => entry.stars === wanted).length;
  return [
    ...compare(now.length, before.length),
    share(now.length, whole),
    ...[stars(5), stars(4), stars(3)],
    ...(hasMakers ? compare(makersOf(now).length, makersOf(before).length) : []),
  ];
}

function breakdown({ now, before }: Frame, { key, title, of, keyOf, labels, hasMakers, notes = [] }: Cut): Table {
  const whole = now.inForce.length;
  const [ofNow, ofBefore] = [Map.groupBy(now.inForce, keyOf), Map.groupBy(before.inForce, keyOf)];
  const lines = [...labels].flatMap(([part, label]): Line[] => {
    const [here, then] = [ofNow.get(part) ?? [], ofBefore.get(part) ?? []];
    if (here.length === 0 && then.length === 0) return [];
    return [{ key: part || 'unknown', label, role: 'part', values: values(here, then, whole, hasMakers) }];
  });
  const total = values(now.inForce, before.inForce, whole, hasMakers);
  return makeTable({
    key,
    title,
    of,
    columns: [...PRODUCTS, ...BY_STARS, ...(hasMakers ? MAKERS : [])],
    lines: [...lines, { key: 'total', label: 'Tổng cộng', role: 'total', values: total }],
    notes: [NOTE, ...notes],
  });
}

/** By the 17 groups, in the decision's order. */
export function groupsTable(frame: Frame): Table {
  const groups = Object.entries(PRODUCT_GROUPS).map(
    ([number, { sector, name }]) => [number, `${SECTORS[sector]} – ${name}`] as const,
  );
  return breakdown(frame, {
    key: 'groups',
    title: 'Theo nhóm sản phẩm',
    of: 'Ngành – nhóm',
    keyOf: ({ group }) => group,
    labels: new Map([...groups, ['', 'Chưa xếp bộ sản phẩm']]),
    hasMakers: false,
    notes: ['Một chủ thể có thể có sản phẩm ở nhiều nhóm, nên không cộng chủ thể theo nhóm.'],
  });
}

const NO_MAKER = 'Nguồn không nêu chủ thể';

/** By the kind of the producer. */
export function kindsTable(frame: Frame): Table {
  return breakdown(frame, {
    key: 'kinds',
    title: 'Theo loại hình chủ thể',
    of: 'Loại hình',
    keyOf: ({ producer }) => producer?.kind ?? '',
    labels: new Map([...Object.entries(PRODUCER_KINDS), ['', NO_MAKER]]),
    hasMakers: true,
  });
}

function bucketOf({ producer }: Entry): string {
  if (producer === undefined) return '';
  const { report_bucket, kind } = producer;
  return report_bucket || (Object.hasOwn(REPORT_BUCKETS, kind) ? kind : 'other');
}

/** By the three kinds to which reports collapse the producers. */
export function bucketsTable(frame: Frame): Table {
  return breakdown(frame, {
    key: 'buckets',
    title: 'Theo nhóm chủ thể khi báo cáo',
    of: 'Nhóm chủ thể',
    keyOf: bucketOf,
    labels: new Map([...Object.entries(REPORT_BUCKETS), ['other', 'Chưa xếp nhóm'], ['', NO_MAKER]]),
    hasMakers: true,
    notes: ['Theo mục “Nhóm khi báo cáo” của chủ thể; để trống thì theo loại hình.'],
  });
}

function placesOf(frame: Frame): Entry[] {
  return [...frame.now.inForce, ...frame.before.inForce];
}

/** By present commune, in the order of their codes. */
export function communesTable(frame: Frame): Table {
  const communes = new Map(placesOf(frame).flatMap(({ commune }) => (commune ? [[commune.id, commune]] : [])));
  const byCode = [...communes.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  return breakdown(frame, {
    key: 'communes',
    title: 'Theo xã, phường',
    of: 'Xã, phường',
    keyOf: ({ commune }) => commune?.id ?? '',
    labels: new Map([...byCode.map(({ id, name }) => [id, name] as const), ['', 'Chưa nêu xã, phường']]),
    hasMakers: true,
    notes: ['Theo xã, phường của chủ thể; xã đã sáp nhập đếm vào xã mới.'],
  });
}

/** `Huyện Yên Thế, Tỉnh Bắc Giang`; several where the commune was put together from several districts. */
function districtOf({ commune }: Entry): string {
  const former = (commune?.former_names ?? []).filter(({ district }) => district !== '');
  return [...new Set(former.map(({ district, province }) => `${district}, ${province}`))].sort().join(' + ');
}

/** By the district before July 2025. */
export function districtsTable(frame: Frame): Table {
  const names = [...new Set(placesOf(frame).map(districtOf))].filter((name) => name !== '').sort();
  return breakdown(frame, {
    key: 'districts',
    title: 'Theo huyện cũ (trước 01/7/2025)',
    of: 'Huyện cũ',
    keyOf: districtOf,
    labels: new Map([...names.map((name) => [name, name] as const), ['', 'Chưa rõ huyện cũ']]),
    hasMakers: true,
    notes: ['Xã ghép từ nhiều huyện cũ đứng một dòng riêng, để tổng không đếm hai lần.'],
  });
}
