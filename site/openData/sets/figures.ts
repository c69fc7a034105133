import { PRODUCT_GROUPS } from '#domain/criteriaSets.ts';
import { GROWING_AREA_KINDS } from '#domain/growingArea.ts';
import { PRODUCER_KINDS } from '#domain/producer.ts';
import { wordsOf } from '#site/i18n/words.ts';
import * as figures from '#site/records/figures.ts';
import { programmeYears } from '#site/records/overTime.ts';
import type { ProductState } from '#site/records/status.ts';
import { columnsOf, ofDay } from '../column.ts';
import { describe } from '../dataSet.ts';
import { recordById } from '../recordById.ts';

/** One number of the page of figures. */
interface Figure {
  table: string;
  how: string;
  key: string;
  item: string;
  value: number;
  unit: string;
}

const words = wordsOf('vi');
const text = words.figures;
const column = columnsOf<Figure>();

function headline(): Figure[] {
  return Object.entries(figures.headlineFigures()).map(([key, value]) => ({
    table: words.front.figures,
    how: '',
    key,
    item: words.front.figure[key as keyof typeof words.front.figure],
    value,
    unit: '',
  }));
}

function table(facts: Pick<Figure, 'table' | 'how' | 'unit'>, counts: figures.Count[], item: (key: string) => string) {
  return counts.map(({ key, count }): Figure => ({ ...facts, key, item: item(key), value: count }));
}

function groupName(key: string): string {
  return key === '' ? text.noSet : PRODUCT_GROUPS[Number(key) as keyof typeof PRODUCT_GROUPS].name;
}

function rows(): Figure[] {
  const { products, producers, times } = text.unit;
  const years = programmeYears();
  return [
    ...headline(),
    ...table(
      { table: text.byState, how: text.byStateHow, unit: products },
      figures.byState(),
      (key) => words.products.states[key as ProductState],
    ),
    ...table({ table: text.byStars, how: text.byStarsHow, unit: products }, figures.byStars(), (key) =>
      text.starsRow(Number(key)),
    ),
    ...table(
      { table: text.byProgramme, how: text.byProgrammeHow, unit: products },
      figures.byProgramme(),
      (key) => text.programme[key as keyof typeof text.programme],
    ),
    ...figures.producerFacts().flatMap(({ fact, ...answers }) =>
      (['yes', 'no', 'unknown'] as const).map((answer) => ({
        ...{ table: text.facts, how: text.factsHow, unit: producers, key: `${fact} ${answer}` },
        item: `${text.fact[fact]}: ${text.answers[answer].toLowerCase()}`,
        value: answers[answer],
      })),
    ),
    ...table(
      { table: text.byGrowingArea, how: text.byGrowingAreaHow, unit: text.unit.codes },
      figures.byGrowingArea(),
      (key) => GROWING_AREA_KINDS[key as keyof typeof GROWING_AREA_KINDS],
    ),
    ...table({ table: text.byGroup, how: text.byGroupHow, unit: products }, figures.byGroup(), groupName),
    ...table(
      { table: text.byKind, how: text.byKindHow, unit: producers },
      figures.byKind(),
      (key) => PRODUCER_KINDS[key as keyof typeof PRODUCER_KINDS],
    ),
    ...table(
      { table: text.recognised, how: text.recognisedHow, unit: times },
      years.map(({ year, recognised }) => ({ key: String(year), count: recognised })),
      (key) => key,
    ),
    ...table(
      { table: text.inForce, how: text.inForceHow, unit: products },
      years.map(({ year, inForce }) => ({ key: String(year), count: inForce })),
      (key) => key,
    ),
    ...table(
      { table: text.byPlatform, how: text.byPlatformHow, unit: products },
      figures.byPlatform(),
      (key) => recordById('platforms', key)?.name ?? key,
    ).map((figure) => ({ ...figure, key: figure.item })),
    ...table(
      { table: text.byCommune, how: text.byCommuneHow, unit: products },
      figures.byCommune(),
      (key) => recordById('communes', key)?.name ?? text.noCommune,
    ).map((figure) => ({ ...figure, key: recordById('communes', figure.key)?.code ?? '' })),
  ];
}

/** Figures computed from the records, the same as on the page of figures. */
export const computedFigures = describe<Figure>({
  name: 'so-lieu',
  title: 'Số liệu tính từ hồ sơ',
  about: 'Các số của trang Số liệu, tính trong ngày ghi ở từng dòng. Đếm lại được từ các bộ dữ liệu ở trên.',
  rows,
  columns: [
    column.text('bang', 'Bảng', (figure) => figure.table),
    column.id('muc_ma', 'Mã của mục', ({ key }) => key),
    column.text('muc', 'Mục', ({ item }) => item),
    ...ofDay([column.counted('gia_tri', 'Giá trị', '', ({ value }) => value)]),
    column.text('don_vi', 'Đơn vị', ({ unit }) => unit),
    column.text('cach_tinh', 'Cách tính', ({ how }) => how),
  ],
});
