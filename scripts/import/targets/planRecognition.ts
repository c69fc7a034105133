import type { PartialDay } from '#domain/rules/day.ts';
import { dayBounds } from '#domain/rules/day.ts';
import { type AuthorityLevel, grantorsOf } from '#domain/rules/legalBasis.ts';
import { caseFromHistory } from '#domain/rules/recognitionCase.ts';
import { PROBLEM_WORDS, successionOf } from '#domain/rules/recognitionProblems.ts';
import { ask, type Reading, refuse, right } from '../cells/reading.ts';
import type { RecordChange } from '../plan/report.ts';
import type { RowDesk } from '../plan/rowDesk.ts';
import type { Rec, WorkingSet } from '../plan/workingSet.ts';
import type { ReadRecognition } from './readRecognitions.ts';

/** Whether two days, each as exact as known, may be one. */
function mayBeSameDay(a: unknown, b: unknown): boolean {
  const [first, second] = [String(a ?? ''), String(b ?? '')];
  return first !== '' && second !== '' && (first.startsWith(second) || second.startsWith(first));
}

/** The decision that a row means: its number, and no day that speaks against it. Null: a new one. */
function matchDecision(read: ReadRecognition, working: WorkingSet): Reading<string | null> {
  const named = working.find('decisions', 'number', read.decision);
  const fitting = named.filter(
    (each) =>
      read.issuedOn === '' || (each['decided_on'] ?? '') === '' || mayBeSameDay(each['decided_on'], decisionDay(read)),
  );
  const [only] = fitting;
  if (fitting.length > 1)
    return ask(
      `Có nhiều quyết định số ${read.decision}: cần chọn.`,
      fitting.map((each) => ({ value: each.id, label: `${read.decision} ngày ${String(each['decided_on'] ?? '')}` })),
    );
  return right(only?.id ?? null);
}

/** The day of the decision: its own, else the day of recognition, which lists use for the same. */
function decisionDay(read: ReadRecognition): PartialDay | '' {
  return read.decidedOn || read.issuedOn;
}

/** The recognition of a product that a row tells of again; undefined while it contradicts one. */
function matchRecognition(
  read: ReadRecognition,
  product: string,
  decision: string,
  working: WorkingSet,
): Reading<string | null> {
  const known = working.find('recognitions', 'product', product);
  const byDecision = decision === '' ? undefined : known.find((each) => each['decision'] === decision);
  if (byDecision !== undefined) return unlessContradicted(read, byDecision.id, working);
  const open = known.filter((each) => decision === '' || (each['decision'] ?? '') === '');
  const byDay = open.filter((each) => mayBeSameDay(each['issued_on'], read.issuedOn));
  const [only] = byDay;
  if (byDay.length > 1) return refuse('Sản phẩm có nhiều lần công nhận vào thời gian này: cần ghi rõ số quyết định.');
  if (only !== undefined) {
    if (only['stars'] === read.stars || only['issued_on'] === read.issuedOn)
      return unlessContradicted(read, only.id, working);
    return refuse(`Đã có công nhận ${only['stars']} sao cùng thời gian: cần ghi rõ ngày hoặc số quyết định.`);
  }
  if (read.issuedOn !== '' || decision !== '') return right(null);
  return matchUndated(read, known);
}

/** Two rows of one list that give one decision different stars for one product: neither can be trusted. */
function unlessContradicted(read: ReadRecognition, id: string, working: WorkingSet): Reading<string | null> {
  const said = working.claimed('recognitions', id, 'stars');
  return said === undefined || said === read.stars
    ? right(id)
    : refuse(`Dòng khác trong tệp nêu ${said} sao cho cùng lần công nhận.`);
}

/** A row that says only the stars: it repeats what is known, or it says too little. */
function matchUndated(read: ReadRecognition, known: readonly Rec[]): Reading<string | null> {
  if (known.length === 0) return right(null);
  const same = known.filter(
    (each) => each['stars'] === read.stars && (each['pending_central'] ?? false) === read.pendingCentral,
  );
  const [only] = same;
  return only === undefined
    ? refuse('Số sao khác lần công nhận đã có, nhưng dòng không nêu ngày hay số quyết định.')
    : right(only.id);
}

function decisionFields(read: ReadRecognition) {
  return {
    number: read.decision,
    decided_on: decisionDay(read),
    authority: read.authority,
    authority_name: read.authorityName,
    kind: 'recognition',
  };
}

/** What is known of a recognition before anything is planned. */
export interface MatchedRecognition {
  read: ReadRecognition;
  decision: string | null;
  recognition: string | null;
}

/** Whether the product has another recognition of which no day tells whether it came before: PocketBase would refuse the two. */
function isUnclear(read: ReadRecognition, product: string, working: WorkingSet): boolean {
  const draft = { ...read, revokedOn: '', superseded: false };
  const others = working.find('recognitions', 'product', product).map((each) => ({
    id: each.id,
    issuedOn: String(each['issued_on'] ?? ''),
    expiresOn: String(each['expires_on'] ?? ''),
    revokedOn: String(each['revoked_on'] ?? ''),
    superseded: (each['superseded_by'] ?? '') !== '',
    pendingCentral: each['pending_central'] === true,
  }));
  return successionOf(draft, others).unclear.length > 0;
}

/** Problems of the stars with who gave them, in the words with which PocketBase would refuse them. */
function grantWords(read: ReadRecognition, decision: string | null, working: WorkingSet): string {
  const known = decision === null ? undefined : working.get('decisions', decision);
  const authority = (String(known?.['authority'] ?? '') || read.authority) as AuthorityLevel | '';
  const decidedOn = String(known?.['decided_on'] ?? '') || decisionDay(read);
  const levels = authority === '' || read.decision === '' ? null : grantorsOf(read.stars, '', decidedOn);
  return authority !== '' && levels?.includes(authority) === false ? PROBLEM_WORDS.authorityCouldNotGrant : '';
}

/** Matches decision and recognition; undefined where the row must be asked about. `product` is null for a new one. */
export function matchRow(
  read: ReadRecognition,
  product: string | null,
  desk: RowDesk,
  working: WorkingSet,
): MatchedRecognition | undefined {
  const decision =
    read.decision === '' ? null : desk.settle(`${read.at}_decision_match`, read.at, matchDecision(read, working));
  if (decision === undefined) return undefined;
  const words = grantWords(read, decision, working);
  if (words !== '') {
    desk.refuse(read.at, words);
    return undefined;
  }
  if (product === null) return { read, decision, recognition: null };
  const reading = matchRecognition(read, product, decision ?? '', working);
  const recognition = desk.settle(`${read.at}_match`, read.at, reading);
  if (recognition === undefined) return undefined;
  if (recognition === null && isUnclear(read, product, working)) {
    desk.refuse(read.at, PROBLEM_WORDS.twoRunning);
    return undefined;
  }
  return { read, decision, recognition };
}

/** A decision that an earlier row of the same list planned in the meantime. */
function plannedSince(read: ReadRecognition, working: WorkingSet): string | null {
  const match = matchDecision(read, working);
  return match.status === 'right' ? match.value : null;
}

/** Of a product's recognitions each earlier one is superseded by the next later one, as far as their days tell. */
function supersede(product: string, id: string, working: WorkingSet): RecordChange[] {
  const created = working.get('recognitions', id);
  const day = dayBounds(String(created?.['issued_on'] ?? ''));
  if (day === null || created?.['pending_central'] === true) return [];
  const dated = working.find('recognitions', 'product', product).flatMap((each) => {
    const bounds = dayBounds(String(each['issued_on'] ?? ''));
    return bounds === null || each.id === id || each['pending_central'] === true ? [] : { each, bounds };
  });
  const [next] = dated
    .filter(({ bounds }) => bounds.first > day.last)
    .sort((a, b) => (a.bounds.first < b.bounds.first ? -1 : 1));
  const earlier = dated.filter(({ each, bounds }) => bounds.last < day.first && openTo(each, next?.each.id));
  const changes = earlier.map(({ each }) => working.put('recognitions', each.id, { superseded_by: id }).change);
  if (next !== undefined) changes.push(working.put('recognitions', id, { superseded_by: next.each.id }).change);
  return changes.filter((change) => change !== null);
}

const openTo = (record: Rec, next: string | undefined) => {
  const by = record['superseded_by'] ?? '';
  return by === '' || by === next;
};

/** The case that what is known speaks for. That nothing is known does not make it the first: lists begin somewhere. */
function caseOf(read: ReadRecognition, product: string, working: WorkingSet): string {
  if (read.pendingCentral) return '';
  const history = working.find('recognitions', 'product', product).map((each) => ({
    stars: Number(each['stars'] ?? 0),
    pendingCentral: each['pending_central'] === true,
    issuedOn: String(each['issued_on'] ?? ''),
    revokedOn: String(each['revoked_on'] ?? ''),
  }));
  const proposed = caseFromHistory(read, history);
  return proposed === 'first' ? '' : proposed;
}

/** Plans a recognition and its decision. */
export function planRecognition(
  matched: MatchedRecognition,
  product: string,
  { source, note }: { source: string; note: string },
  working: WorkingSet,
): RecordChange[] {
  const { read } = matched;
  const known = matched.decision ?? (read.decision === '' ? null : plannedSince(read, working));
  const decision =
    read.decision === ''
      ? null
      : working.put(
          'decisions',
          known,
          known === null ? { ...decisionFields(read), source_url: source } : decisionFields(read),
        );
  const fields = {
    product,
    decision: decision?.id ?? '',
    stars: read.stars,
    score: read.score === 0 ? '' : read.score,
    pending_central: read.pendingCentral,
    issued_on: read.issuedOn,
    expires_on: read.expiresOn,
    note,
    source_url: source,
  };
  const put = working.put(
    'recognitions',
    matched.recognition,
    matched.recognition === null
      ? { ...fields, case: caseOf(read, product, working) }
      : withoutLoss(fields, working.get('recognitions', matched.recognition)),
  );
  const changes = [decision?.change ?? null, put.change].filter((change) => change !== null);
  return matched.recognition === null ? [...changes, ...supersede(product, put.id, working)] : changes;
}

/** A day known to the day is not replaced by its year: what is known stands for what the row says, also against later rows. */
function withoutLoss<T extends { issued_on: string; expires_on: string }>(fields: T, known: Rec | undefined): T {
  const keep = (name: 'issued_on' | 'expires_on') => {
    const kept = String(known?.[name] ?? '');
    return fields[name] !== '' && kept.startsWith(fields[name]) ? kept : fields[name];
  };
  return { ...fields, issued_on: keep('issued_on'), expires_on: keep('expires_on') };
}
