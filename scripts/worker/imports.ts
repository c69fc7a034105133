/** Takes dry runs that were asked for in the admin, one after the other, each in a process of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type PocketBase from 'pocketbase';
import type { ImportRun } from '#domain/importRun.ts';

const COMMAND = fileURLToPath(new URL('../import/look/command.ts', import.meta.url));
const END_WITH_PARENT = new URL('../publish/endWithParent.ts', import.meta.url).href;
const INTERRUPTED = 'Bị ngắt giữa chừng, chưa ghi gì. Hãy xem trước lại.';
const BROKEN = 'Không xem trước được tệp này. Hãy mở bằng Excel, lưu lại thành .xlsx rồi thử lại.';

/** What the keeper is told from outside. */
export interface ImportKeeperOptions {
  pb: PocketBase;
  say: (line: string) => void;
  signal: AbortSignal;
}

const imports = (pb: PocketBase) => pb.collection<ImportRun>('imports');
const inState = (pb: PocketBase, state: ImportRun['state']) =>
  imports(pb).getFullList({ filter: `state = "${state}"`, sort: 'updated,id', fields: 'id', requestKey: null });

/** Fails what is still being read though nobody reads it: it may be asked for again. */
async function failUnread(pb: PocketBase, problem: string): Promise<void> {
  for (const { id } of await inState(pb, 'reading'))
    await imports(pb).update(id, { state: 'failed', progress: '', problem }, { requestKey: null });
}

/** Runs one; the last words of a process that failed. */
async function runLook(id: string, signal: AbortSignal): Promise<string> {
  const child = spawn(process.execPath, ['--import', END_WITH_PARENT, COMMAND, id], {
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const end = () => child.kill('SIGTERM');
  signal.addEventListener('abort', end, { once: true });
  let words = '';
  child.stderr.on('data', (chunk: Buffer) => {
    words = (words + chunk.toString()).slice(-2_000);
  });
  const [code] = (await once(child, 'close')) as [number | null];
  signal.removeEventListener('abort', end);
  return code === 0 ? '' : words || `ended with ${code}`;
}

async function emptyQueue({ pb, say, signal }: ImportKeeperOptions): Promise<void> {
  for (let [asked] = await inState(pb, 'queued'); asked !== undefined && !signal.aborted; ) {
    const failure = await runLook(asked.id, signal);
    if (failure !== '') say(`Không xem trước được lần nhập ${asked.id}: ${failure}`);
    if (signal.aborted) return;
    await failUnread(pb, BROKEN);
    const [next] = await inState(pb, 'queued');
    // One that cannot even be begun would be tried for ever.
    if (next?.id === asked.id && failure !== '')
      await imports(pb).update(asked.id, { state: 'failed', problem: BROKEN }, { requestKey: null });
    asked = next?.id === asked.id && failure !== '' ? (await inState(pb, 'queued'))[0] : next;
  }
}

/** Returns what wakes the keeper: called at the start, and whenever something may have been asked for. */
export function importKeeper(options: ImportKeeperOptions): () => void {
  const { pb, say, signal } = options;
  let isWanted = false;
  let isRunning = false;
  let isFirst = true;
  const run = async () => {
    isRunning = true;
    try {
      while (isWanted && !signal.aborted) {
        isWanted = false;
        if (isFirst) await failUnread(pb, INTERRUPTED);
        isFirst = false;
        await emptyQueue(options);
      }
    } catch (error) {
      if (!signal.aborted) say(`Chưa xem trước được tệp nhập: ${(error as Error).message}`);
    } finally {
      isRunning = false;
    }
  };
  return () => {
    isWanted = true;
    if (!isRunning) void run();
  };
}
