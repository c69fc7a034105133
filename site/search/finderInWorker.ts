/** Finds rows on a thread of its own, so that typing never waits; where there are no such threads, on the page's. */
import type { Finder, Found } from './finder.ts';
import { once } from './load.ts';

/** What is sent to the worker. */
export type Question = { id: number } & ({ address: string } | { query: string; most: number });
/** What comes back. */
export interface Answer {
  id: number;
  found?: Found;
  failed?: string;
}

type Waiting = { resolve: (answer: Answer) => void; reject: (failure: Error) => void };

/** A worker as a function from question to answer. It rejects for good when the engine cannot run the worker. */
function asking(worker: Worker) {
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    const { resolve, reject } = waiting.get(data.id) ?? {};
    waiting.delete(data.id);
    if (data.failed === undefined) resolve?.(data);
    else reject?.(new Error(data.failed));
  });
  worker.addEventListener('error', () => {
    for (const { reject } of waiting.values()) reject(new Error('the worker did not start'));
    waiting.clear();
  });
  return (question: { address: string } | { query: string; most: number }) =>
    new Promise<Answer>((resolve, reject) => {
      asked += 1;
      waiting.set(asked, { resolve, reject });
      worker.postMessage({ ...question, id: asked } satisfies Question);
    });
}

async function startedFinder(address: string): Promise<Finder> {
  const worker = new Worker(new URL('./finder.worker.ts', import.meta.url), { type: 'module' });
  const ask = asking(worker);
  try {
    await ask({ address });
  } catch (failure) {
    worker.terminate();
    throw failure;
  }
  return {
    async find(query, most) {
      const { found } = await ask({ query, most });
      if (found === undefined) throw new Error('the worker found nothing to say');
      return found;
    },
  };
}

/** The finder over the rows at an address. Older engines know no module workers, some in-app browsers none at all. */
export const loadFinder = once(async (address): Promise<Finder> => {
  try {
    return await startedFinder(address);
  } catch {
    return (await import('./finder.ts')).loadFinder(address);
  }
});
