/** E-commerce, non-cash payment and what producers say of themselves. */
import { hasBegun, isThere, PRODUCER_FACTS, type ProducerFact } from '#domain/programme/records.ts';
import { type Frame, type Moment, makersOf } from '#domain/report/moment.ts';
import { liesIn, type Span } from '#domain/report/period.ts';
import { besideLine, COMPARED, type Column, compare, type Line, makeTable, type Table } from '#domain/report/table.ts';
import { share } from '#domain/rules/share.ts';

/** Open shop pages of products in force, on floors that are open. */
function openShops({ records, inForce, on }: Moment) {
  const products = new Set(inForce.map(({ product }) => product.id));
  const floors = new Set(
    records.platforms.filter((each) => isThere(each.opened_on, each.closed_on, on)).map(({ id }) => id),
  );
  return records.listings.filter(
    ({ product, platform, listed_on, closed_on }) =>
      products.has(product) && floors.has(platform) && isThere(listed_on, closed_on, on),
  );
}

const productsOf = (shops: readonly { product: string }[]) => new Set(shops.map(({ product }) => product)).size;

function newlyListed(moment: Moment, span: Span): number {
  const earlier = new Set(
    moment.records.listings
      .filter(
        ({ listed_on }) => listed_on === '' || (liesIn(listed_on, span) === 'out' && hasBegun(listed_on, span.from)),
      )
      .map(({ product }) => product),
  );
  const shops = openShops(moment).filter(
    ({ listed_on, product }) => liesIn(listed_on, span) === 'in' && !earlier.has(product),
  );
  return productsOf(shops);
}

const ONLINE: readonly Column[] = [
  { key: 'now', label: 'Sản phẩm', kind: 'count' },
  { key: 'share', label: 'Tỷ lệ (%)', kind: 'share' },
  { key: 'before', label: 'Cùng kỳ năm trước', kind: 'count' },
  { key: 'shareBefore', label: 'Tỷ lệ cùng kỳ (%)', kind: 'share' },
  { key: 'change', label: 'Thay đổi', kind: 'count' },
];

/** Products in force on each floor. One on several floors counts on each: these lines add up to nothing. */
export function onlineTable({ now, before, span, spanBefore }: Frame): Table {
  const [shops, shopsBefore] = [openShops(now), openShops(before)];
  const [whole, wholeBefore] = [now.inForce.length, before.inForce.length];
  const line = (key: string, label: string, count: number, then: number): Line => {
    const [, , change = null] = compare(count, then);
    return { key, label, role: 'beside', values: [count, share(count, whole), then, share(then, wholeBefore), change] };
  };
  const floors = [...now.records.platforms].sort((a, b) => (a.name < b.name ? -1 : 1));
  const onFloor = (all: typeof shops, id: string) => productsOf(all.filter(({ platform }) => platform === id));
  const local = (all: typeof shops) => productsOf(all.filter(({ holder }) => holder === 'locality'));
  return makeTable({
    key: 'online',
    title: 'Thương mại điện tử',
    of: 'Sàn',
    columns: ONLINE,
    lines: [
      line('whole', 'Sản phẩm còn hiệu lực', whole, wholeBefore),
      line('any', 'Có trên ít nhất một sàn', productsOf(shops), productsOf(shopsBefore)),
      ...floors.map(({ id, name }) => line(id, name, onFloor(shops, id), onFloor(shopsBefore, id))),
      line('local', 'Ở gian hàng của địa phương', local(shops), local(shopsBefore)),
      line('new', 'Lên sàn lần đầu trong kỳ', newlyListed(now, span), newlyListed(before, spanBefore)),
    ],
    notes: [
      'Gian hàng đang mở, trên sàn đang hoạt động. Một sản phẩm ở nhiều sàn đếm ở mỗi sàn.',
      'Tỷ lệ trên số sản phẩm còn hiệu lực, làm tròn đến một chữ số thập phân, nửa thì lên: một quy tắc cho mọi tỷ lệ.',
    ],
  });
}

const SAID = { yes: 'Có', no: 'Không', '': 'Chưa rõ' } as const;

/** Yes, no and unknown of sales points, shop pages and producers. */
export function cashlessTable({ now, before }: Frame): Table {
  const told = (moment: Moment) => [
    moment.records.sales_points
      .filter((each) => isThere(each.opened_on, each.closed_on, moment.on))
      .map((each) => each.takes_cashless),
    openShops(moment).map((each) => each.takes_cashless),
    makersOf(moment.inForce).map((each) => each.has_e_banking),
  ];
  const [here, then] = [told(now), told(before)];
  const columns = ['Điểm bán đang mở', 'Gian hàng trên sàn', 'Chủ thể dùng ngân hàng điện tử'].flatMap(
    (label, at): Column[] => [
      { key: `now${at}`, label, kind: 'count', adds: true },
      { key: `before${at}`, label: 'Cùng kỳ năm trước', kind: 'count', adds: true },
    ],
  );
  const each = (of: (answers: readonly string[]) => number) =>
    here.flatMap((answers, at) => [of(answers), of(then[at] ?? [])]);
  const count = (wanted: string) => each((answers) => answers.filter((answer) => answer === wanted).length);
  const yes = each((answers) => share(answers.filter((answer) => answer === 'yes').length, answers.length));
  return makeTable({
    key: 'cashless',
    title: 'Thanh toán không dùng tiền mặt',
    of: 'Trả lời',
    columns,
    lines: [
      ...Object.entries(SAID).map(
        ([answer, label]): Line => ({ key: answer || 'unknown', label, role: 'part', values: count(answer) }),
      ),
      { key: 'total', label: 'Tổng cộng', role: 'total', values: each((answers) => answers.length) },
      { key: 'share', label: 'Tỷ lệ có (%)', role: 'beside', kind: 'share', values: yes },
    ],
    notes: ['Tỷ lệ trên tất cả, kể cả nơi chưa rõ.'],
  });
}

const FACT_LABELS: Readonly<Record<ProducerFact, string>> = {
  has_website: 'Có trang web riêng',
  has_e_banking: 'Dùng ngân hàng điện tử',
  has_e_diary: 'Ghi nhật ký điện tử',
  trained: 'Đã tập huấn',
};

/** What producers of products in force have and use. */
export function factsTable({ now, before }: Frame): Table {
  const [makers, makersBefore] = [makersOf(now.inForce), makersOf(before.inForce)];
  const yes = (all: typeof makers, fact: ProducerFact) => all.filter((maker) => maker[fact] === 'yes').length;
  const unknown = (fact: ProducerFact) => makers.filter((maker) => maker[fact] === '').length;
  return makeTable({
    key: 'facts',
    title: 'Chủ thể có sản phẩm còn hiệu lực',
    of: 'Việc',
    columns: [
      ...COMPARED.map(({ adds, ...column }) => column),
      { key: 'share', label: 'Tỷ lệ (%)', kind: 'share' },
      { key: 'unknown', label: 'Chưa rõ', kind: 'count' },
    ],
    lines: [
      {
        ...besideLine('producers', 'Chủ thể', makers.length, makersBefore.length),
        values: [...compare(makers.length, makersBefore.length), null, null],
      },
      ...PRODUCER_FACTS.map((fact): Line => {
        const [count, then] = [yes(makers, fact), yes(makersBefore, fact)];
        const values = [...compare(count, then), share(count, makers.length), unknown(fact)];
        return { key: fact, label: FACT_LABELS[fact], role: 'beside', values };
      }),
    ],
    notes: ['Hồ sơ không ghi các việc này có từ ngày nào: cột cùng kỳ là chủ thể cùng kỳ, theo điều đang biết về họ.'],
  });
}
