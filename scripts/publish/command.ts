/** `npm run publish`: publishes from the command line, by the worker when one runs, else in this process. */

import { noRoomIn } from '../noRoom.ts';
import { chosenFolder, withDatabase } from '../withDatabase.ts';
import { followRelease } from './follow.ts';
import { isHeld } from './publishLock.ts';
import { ask } from './queue.ts';
import { report } from './report.ts';
import { runRequest } from './run.ts';

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const data = chosenFolder();
try {
  await withDatabase(data, async (pb) => {
    const asked = await ask(pb, { reason: 'command' });
    const byWorker = await isHeld(data.workerLock);
    const release = await (byWorker ? followRelease(pb, asked.id, say) : runRequest({ pb, data, onLog: say }, asked));
    if (!report(release, say)) process.exitCode = 1;
  });
} catch (error) {
  const full = noRoomIn(error, 'vi');
  if (full === '') throw error;
  process.stderr.write(`${full}\n`);
  process.exitCode = 1;
}
