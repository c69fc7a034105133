import { fold } from '#domain/rules/fold.ts';
import { ask, type Reading, right } from '../cells/reading.ts';
import type { ProducerName } from '../cells/readProducer.ts';
import { readProducer } from '../cells/readProducer.ts';
import type { Rec } from './workingSet.ts';

/** Id of a known producer, or null: a new one. */
export type ProducerMatch = string | null;

interface Known {
  id: string;
  name: string;
  kind: string;
  form: string;
  key: string;
  person: boolean;
  /** The question that a person answered by having this one made. */
  doubt?: Question;
}

type Question = Extract<Reading<ProducerMatch>, { status: 'ask' }>;

/** Finds producers by any way of writing their names. */
export interface ProducerIndex {
  /** How to take it out again, as long as nothing was added since. */
  add(record: Rec): () => void;
  match(name: ProducerName, circumstances: Circumstances): Reading<ProducerMatch>;
}

/** What a row says of a producer besides the name. */
export interface Circumstances {
  /** Id of the commune; empty where the row does not say. */
  commune: string;
  /** Where a known producer is now: an earlier row may have told. */
  communeOf(id: string): string;
  /** Whether something else of the row (its product, address, phone) already belongs to a producer. */
  knownAs(id: string): boolean;
}

/** Words that say what a firm does, not who it is. */
const GENERIC = new Set(
  fold(
    `sản xuất kinh doanh dịch vụ thương mại nông nghiệp chế biến xuất nhập khẩu tổng hợp tiêu thụ nông sản thực phẩm chăn nuôi trồng trọt
    thủy hải sản lâm nghiệp xanh sạch an toàn hữu cơ du lịch đầu tư phát triển công nghệ cao xây dựng việt nam và gia đình tập đoàn`,
  ).split(' '),
);
const NEW = { value: null, label: 'Chủ thể mới' };
const MOST_OFFERS = 8;

function knownOf(record: Rec): Known {
  const name = String(record['name'] ?? '');
  const reading = readProducer(name);
  const read =
    reading.status === 'right' ? reading.value : reading.status === 'ask' ? reading.candidates[0]?.value : undefined;
  return {
    id: record.id,
    name,
    kind: String(record['kind'] ?? ''),
    form: read?.form ?? '',
    key: read?.key ?? fold(name),
    person: record['natural_person'] === true,
  };
}

const distinctive = (words: string) =>
  fold(words)
    .split(' ')
    .some((word) => word.length > 1 && !GENERIC.has(word));
const formsFit = (a: string, b: string) => a === b || a === '' || b === '';
const offers = (known: readonly Known[]) => [
  ...known.slice(0, MOST_OFFERS).map(({ id, name }) => ({ value: id, label: name })),
  NEW,
];

/** Producers of exactly this name: one whose place does not speak against it is the one. */
function amongNamesakes(
  namesakes: readonly Known[],
  name: ProducerName,
  { commune, communeOf, knownAs }: Circumstances,
): Reading<ProducerMatch> | null {
  const elsewhere = ({ id }: Known) => communeOf(id) !== '' && commune !== '' && communeOf(id) !== commune;
  const fitting = namesakes.filter((known) => known.kind === name.kind && formsFit(known.form, name.form));
  const here = fitting.filter(({ id }) => communeOf(id) === commune && commune !== '');
  if (here.length === 1) return right(here[0]?.id ?? null);
  const possible = fitting.filter((known) => !elsewhere(known));
  const proved = possible.filter((known) => knownAs(known.id));
  if (proved.length === 1) return right(proved[0]?.id ?? null);
  const [only] = possible;
  // Two persons of one name are common; without a commune on both sides nothing says that they are one.
  const isPerson = name.naturalPerson || only?.person === true;
  if (possible.length === 1 && only !== undefined && !isPerson) return right(only.id);
  if (possible.length > 0)
    return ask(
      isPerson ? 'Người trùng tên: cần xác nhận có phải cùng một người.' : 'Nhiều chủ thể cùng tên: cần chọn.',
      offers(possible),
    );
  if (fitting.length > 0 && !isPerson) return ask('Có chủ thể cùng tên ở xã khác: cần xác nhận.', offers(fitting));
  if (fitting.length > 0) return right(null);
  return namesakes.length > 0 ? ask('Có chủ thể cùng tên nhưng khác loại hình.', offers(namesakes)) : null;
}

/**
 * A producer that an answer to a question made is no proof for the next row of the same name: that row asks the same again, and may be
 * answered otherwise. "New" then means the one that was made.
 */
function askedAgain(
  namesakes: readonly Known[],
  name: ProducerName,
  circumstances: Circumstances,
): Reading<ProducerMatch> | null {
  const made = namesakes.filter(({ doubt }) => doubt !== undefined);
  const match = made.length === 0 ? null : amongNamesakes(made, name, circumstances);
  if (match?.status !== 'right' || match.value === null) return null;
  const doubt = made.find(({ id }) => id === match.value)?.doubt;
  if (doubt === undefined) return null;
  const candidates = doubt.candidates.map((each) => (each.value === null ? { ...each, value: match.value } : each));
  return ask(doubt.why, candidates);
}

/** Whether a shared part of two names is worth a question: a proper name, or three words of trade. */
function isTelling(shared: string): boolean {
  return distinctive(shared) || shared.split(' ').length >= 3;
}

/**
 * What a key begins and ends with, two words or more and not the whole: "Nông nghiệp Xanh" is such a part of "Nông nghiệp Xanh Yên Thế".
 * Parts that only name a trade say nothing about who it is.
 */
function partsOf(key: string): string[] {
  const words = key.split(' ');
  const parts = new Set<string>();
  for (let count = 2; count < words.length; count += 1) {
    parts.add(words.slice(0, count).join(' '));
    parts.add(words.slice(-count).join(' '));
  }
  return [...parts].filter(isTelling);
}

/** An index over producers; those planned by earlier rows are added as they come. */
export function producerIndex(records: Iterable<Rec>): ProducerIndex {
  const byKey = new Map<string, Known[]>();
  const byFold = new Map<string, Known[]>();
  const byPart = new Map<string, Known[]>();
  /** What was asked last: of the row that has a producer made next. */
  let doubt: Question | null = null;
  const push = (map: Map<string, Known[]>, key: string, known: Known) => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [known]);
    else list.push(known);
  };

  function add(record: Rec): () => void {
    const known = { ...knownOf(record), ...(doubt === null ? {} : { doubt }) };
    const parts = partsOf(known.key);
    push(byKey, known.key, known);
    push(byFold, fold(known.key), known);
    for (const part of parts) push(byPart, part, known);
    return () => {
      byKey.get(known.key)?.pop();
      byFold.get(fold(known.key))?.pop();
      for (const part of parts) byPart.get(part)?.pop();
    };
  }

  function similar(name: ProducerName): Known[] {
    const spelled = (byFold.get(fold(name.key)) ?? []).filter((known) => known.key !== name.key);
    const longer = byPart.get(name.key) ?? [];
    const shorter = partsOf(name.key).flatMap((part) => byKey.get(part) ?? []);
    const near = [...longer, ...shorter].filter((known) => known.kind === name.kind && formsFit(known.form, name.form));
    return [...new Map([...spelled, ...near].map((known) => [known.id, known])).values()];
  }

  function match(name: ProducerName, circumstances: Circumstances): Reading<ProducerMatch> {
    const reading = matched(name, circumstances);
    doubt = reading.status === 'ask' ? reading : null;
    return reading;
  }

  function matched(name: ProducerName, circumstances: Circumstances): Reading<ProducerMatch> {
    const namesakes = byKey.get(name.key) ?? [];
    const exact = askedAgain(namesakes, name, circumstances) ?? amongNamesakes(namesakes, name, circumstances);
    if (exact !== null) return exact;
    const alike = similar(name);
    return alike.length === 0 ? right(null) : ask('Tên gần giống chủ thể đã có: cần xác nhận.', offers(alike));
  }

  for (const record of records) add(record);
  return { add, match };
}
