/**
 * People at work: editors who save records that others save too, readers who list. Each save adds one to a number in the record, so that a lost
 * update shows in the sum.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchOffice } from './office.ts';

/** How much is asked. */
export interface Load {
  editors: number;
  readers: number;
  /** It ends when every editor has saved so often, or after so many seconds. */
  until: { saves: number } | { seconds: number };
  /** How long a person looks before the next request, in milliseconds; half to one and a half of it. */
  pauseMs: number;
  /** Records that the editors share. */
  shared: number;
}

/** What came of it; times in milliseconds. */
export interface LoadResult {
  saveMs: number[];
  listMs: number[];
  /** Answers that are neither done nor "somebody saved before you". */
  errors: string[];
  /** Saves that were refused because somebody saved before, and then made on the newer version. */
  conflicts: number;
  /** Saves that were answered with "done" and are not in the record. */
  lost: number;
  seconds: number;
}

const CONFLICT = 409;
/** What an editor adds to; a text that is empty in no record afterwards. */
const COUNTER = 'story';

/** A client with an address of its own. */
class Client {
  readonly #office: BenchOffice;
  readonly #headers: Record<string, string>;

  constructor(office: BenchOffice, token: string, at: number) {
    this.#office = office;
    const address = `10.${Math.floor(at / 62_500)}.${Math.floor(at / 250) % 250}.${(at % 250) + 1}`;
    this.#headers = { Authorization: token, 'Content-Type': 'application/json', 'X-Forwarded-For': address };
  }

  /** Status, body and time of one request. */
  async ask(path: string, body?: unknown): Promise<{ status: number; text: string; ms: number }> {
    const started = performance.now();
    const sent = body === undefined ? {} : { method: 'PATCH', body: JSON.stringify(body) };
    const answer = await fetch(`${this.#office.url}/api/collections/${path}`, { headers: this.#headers, ...sent });
    const text = await answer.text();
    return { status: answer.status, text, ms: performance.now() - started };
  }
}

/** The same pauses in every run. */
function pauses(seed: number, meanMs: number): () => Promise<void> {
  let state = seed + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return sleep(meanMs * (0.5 + (state % 1_000) / 1_000));
  };
}

/** A running load. */
class Run {
  readonly result: LoadResult = { saveMs: [], listMs: [], errors: [], conflicts: 0, lost: 0, seconds: 0 };
  /** Successful saves by record. */
  readonly done = new Map<string, number>();
  readonly office: BenchOffice;
  readonly load: Load;
  readonly records: string[];
  isOver = false;

  constructor(office: BenchOffice, load: Load, records: string[]) {
    this.office = office;
    this.load = load;
    this.records = records;
  }

  #failed(what: string, { status, text }: { status: number; text: string }): void {
    this.result.errors.push(`${what}: ${status} ${text.slice(0, 200)}`);
  }

  /** Reads a record and saves it with one more; false when it must be tried again. */
  async #saveOnce(client: Client, id: string): Promise<boolean> {
    const read = await client.ask(`products/records/${id}`);
    if (read.status !== 200) this.#failed('read', read);
    if (read.status !== 200) return true;
    const record = JSON.parse(read.text) as { version: number; story: string };
    const body = { [COUNTER]: String(Number(record[COUNTER]) + 1), version: record.version };
    const saved = await client.ask(`products/records/${id}`, body);
    if (saved.status === CONFLICT) {
      this.result.conflicts += 1;
      return false;
    }
    if (saved.status !== 200) this.#failed('save', saved);
    else {
      this.result.saveMs.push(saved.ms);
      this.done.set(id, (this.done.get(id) ?? 0) + 1);
    }
    return true;
  }

  async edit(at: number): Promise<void> {
    const client = new Client(this.office, this.office.editors[at % this.office.editors.length] ?? '', at);
    const pause = pauses(at, this.load.pauseMs);
    const { until } = this.load;
    for (let made = 0; !('saves' in until) || made < until.saves; made += 1) {
      await pause();
      if (this.isOver) return;
      const id = this.records[(at * 7 + made * 3) % this.records.length] ?? '';
      while (!(await this.#saveOnce(client, id)));
    }
  }

  async read(at: number): Promise<void> {
    const client = new Client(this.office, this.office.viewers[at % this.office.viewers.length] ?? '', 10_000 + at);
    const pause = pauses(1_000 + at, this.load.pauseMs);
    for (let page = 1; ; page += 1) {
      await pause();
      if (this.isOver) return;
      const listed = await client.ask(
        `products/records?page=${(page % 5) + 1}&perPage=50&sort=-updated&expand=producer`,
      );
      if (listed.status === 200) this.result.listMs.push(listed.ms);
      else this.#failed('list', listed);
    }
  }
}

/** The records whose number does not tell as many saves as were made. */
async function countLost(run: Run): Promise<number> {
  let lost = 0;
  for (const [id, done] of run.done) {
    const record = await run.office.superuser.collection('products').getOne(id, { requestKey: null });
    lost += Math.abs(done - Number(record[COUNTER]));
  }
  return lost;
}

/** Runs a load to its end. */
export async function runLoad(office: BenchOffice, load: Load): Promise<LoadResult> {
  const page = await office.superuser.collection('products').getList(1, load.shared, { sort: 'id', requestKey: null });
  const records = page.items.map((record) => record.id);
  for (const id of records)
    await office.superuser.collection('products').update(id, { [COUNTER]: '0' }, { requestKey: null });
  const run = new Run(office, load, records);
  const started = performance.now();
  const reading = Array.from({ length: load.readers }, (_, at) => run.read(at));
  const editing = Array.from({ length: load.editors }, (_, at) => run.edit(at));
  if ('seconds' in load.until) await sleep(load.until.seconds * 1_000);
  else await Promise.all(editing);
  run.isOver = true;
  await Promise.all(editing);
  run.result.seconds = (performance.now() - started) / 1_000;
  await Promise.all(reading);
  run.result.lost = await countLost(run);
  return run.result;
}
