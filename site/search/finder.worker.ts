/** The finder of a large catalogue, on a thread of its own: rows are fetched, indexed and searched here. */
import { type Finder, loadFinder } from './finder.ts';
import type { Answer, Question } from './finderInWorker.ts';

let finder: Promise<Finder> | undefined;

/** The first message names the rows; each further one asks. */
async function answer(question: Question): Promise<Answer> {
  if ('address' in question) {
    finder = loadFinder(question.address);
    await finder;
    return { id: question.id };
  }
  if (finder === undefined) throw new Error('asked before the rows were named');
  return { id: question.id, found: await (await finder).find(question.query, question.most) };
}

addEventListener('message', async ({ data }: MessageEvent<Question>) => {
  try {
    postMessage(await answer(data));
  } catch (failure) {
    postMessage({ id: data.id, failed: String(failure) } satisfies Answer);
  }
});
