import { GROWING_AREA_KINDS, type GrowingAreaKind } from '#domain/growingArea.ts';
import { fold } from '#domain/rules/fold.ts';
import { readArea } from '../cells/readArea.ts';
import { readDay } from '../cells/readDay.ts';
import { ask, type Reading, refuse, right } from '../cells/reading.ts';
import { readProducer } from '../cells/readProducer.ts';
import { readLine } from '../cells/text.ts';
import type { RowDesk } from '../plan/rowDesk.ts';
import { schemaProblem } from '../plan/workingSet.ts';
import type { Cell } from '../read/sheet.ts';
import type { ImportContext, PlanRow } from './context.ts';
import { lineOf, readCommune, readPoint } from './readParts.ts';

const KIND_WORDS: readonly [RegExp, GrowingAreaKind][] = [
  [/dong goi|\bphc\b/, 'packing_house'],
  [/xuat khau/, 'export'],
  [/noi dia|noi tieu|trong nuoc/, 'domestic'],
];
const AT_HOME = /^(?:viet nam|noi dia|noi tieu|trong nuoc)$/;

const kindOf = (text: string) => KIND_WORDS.find(([pattern]) => pattern.test(fold(text)))?.[1];

function readKindCell(cell: Cell): Reading<GrowingAreaKind> {
  const line = readLine(cell);
  if (line.status !== 'right') return refuse(line.why);
  const kind = kindOf(line.value);
  return kind === undefined ? askKind('Không rõ loại: cần chọn.') : right(kind);
}

const askKind = (why: string): Reading<GrowingAreaKind> =>
  ask(
    why,
    (Object.entries(GROWING_AREA_KINDS) as [GrowingAreaKind, string][]).map(([value, label]) => ({ value, label })),
  );

/** The kind as its column, the heading of the codes, or a market abroad says it. The letters of a code say nothing certain. */
function readKind(desk: RowDesk, known: string): GrowingAreaKind | '' | undefined {
  if (desk.cell('kind') !== '') return desk.read('kind', readKindCell);
  if (known !== '') return '';
  const heading = fold(desk.heading('code'));
  if (/dong goi/.test(heading) && !/vung/.test(heading)) return 'packing_house';
  const market = fold(desk.text('market')).trim();
  if (market !== '' && AT_HOME.test(market)) return 'domestic';
  if (market !== '' && !/dong goi/.test(heading)) return 'export';
  return desk.settle('kind', 'code', askKind('Thiếu loại mã: cần chọn.'));
}

/** A code in capitals, without the spaces that lists put into it. */
function readCode(cell: Cell): Reading<string> {
  if (typeof cell === 'object' && 'day' in cell) return refuse('Excel đã đổi mã số thành ngày: hãy gõ lại mã.');
  const line = readLine(cell, 80);
  if (line.status !== 'right') return refuse(line.why);
  const code = line.value.toUpperCase().replace(/\s*([-–—.])\s*/g, (_, sign: string) => (sign === '.' ? '.' : '-'));
  if (!/^[A-ZĐ0-9][A-ZĐ0-9 ./-]*$/.test(code) || !/\d/.test(code))
    return refuse('Đây không phải mã số vùng trồng, cơ sở đóng gói.');
  return right(code, code === line.value ? undefined : `Ghi là ${code}.`);
}

const codeKey = (code: unknown) => fold(String(code ?? '')).replace(/[^a-z0-9]/g, '');

/** The producer that works there, where it is in the catalogue. Lists of areas make no producers. */
function readProducerOf(desk: RowDesk, context: ImportContext, commune: string): string | undefined {
  const name = desk.read('producer', (cell) => {
    const reading = readProducer(cell);
    // A bare name is enough to look for.
    const [first] = reading.status === 'ask' ? reading.candidates : [];
    return first === undefined ? reading : right(first.value);
  });
  if (name === undefined) return desk.cell('producer') === '' ? '' : undefined;
  const communeOf = (id: string) => String(context.working.get('producers', id)?.['commune'] ?? '');
  const match = context.producers.match(name, { commune, communeOf, knownAs: () => false });
  const id = desk.settle('producer_match', 'producer', match);
  if (id === null) desk.note('producer', 'Chưa có chủ thể này trong danh mục: không gắn.');
  return id === undefined ? undefined : (id ?? '');
}

function readFacts(desk: RowDesk): Record<string, unknown> {
  const facts = {
    name: desk.read('name', lineOf(300)) ?? '',
    market: desk.read('market', lineOf(200)) ?? '',
    crop: desk.read('crop', lineOf(200)) ?? '',
    area_ha: desk.read('area', (cell) => readArea(cell, desk.heading('area'))) || '',
    issued_on: desk.read('issued_on', readDay) ?? '',
    ended_on: desk.read('ended_on', readDay) ?? '',
    note: desk.read('note', lineOf(2_000)) ?? '',
  };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== ''));
}

/** A list of growing-area and packing-house codes. */
export const planGrowingAreaRow: PlanRow = (desk, context) => {
  const { working } = context;
  if (desk.cell('code') === '') desk.refuse('code', 'Thiếu mã số.');
  const code = desk.read('code', readCode);
  const known = [...working.all('growing_areas')].find(
    (each) => code !== undefined && codeKey(each['code']) === codeKey(code),
  );
  const kind = readKind(desk, String(known?.['kind'] ?? ''));
  const commune = readCommune(desk, context, '');
  const producer = readProducerOf(desk, context, commune ?? '');
  const point = readPoint(desk);
  const facts = { ...readFacts(desk), commune: commune ?? '', ...(point === undefined ? {} : { point }) };
  const problem = schemaProblem('growing_areas', facts);
  if (problem !== null) desk.refuse(problem.field === 'area_ha' ? 'area' : problem.field, problem.why);
  if (code === undefined || kind === undefined || commune === undefined || producer === undefined) return null;
  if (desk.problems.length > 0) return null;
  const linked = Array.isArray(known?.['producers']) ? (known['producers'] as string[]) : [];
  const producers = producer === '' || linked.includes(producer) ? {} : { producers: [...linked, producer] };
  const fresh = { code, state: context.state };
  const { change } = working.put('growing_areas', known?.id ?? null, {
    ...(known === undefined ? fresh : {}),
    kind,
    ...facts,
    ...producers,
  });
  return { title: code, changes: change === null ? [] : [change], isNew: known === undefined };
};
