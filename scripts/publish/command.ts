/** `npm run publish`: publishes from the command line, by the worker when one runs, else in this process. */
import { chosenFolder } from '../chosenFolder.ts';
import { operatorCommand } from '../operatorCommand.ts';
import { withDatabase } from '../withDatabase.ts';
import { followRelease } from './follow.ts';
import { isHeld } from './publishLock.ts';
import { ask } from './queue.ts';
import { report } from './report.ts';
import { runRequest } from './run.ts';

await operatorCommand('npm run publish', async (say) => {
  const data = await chosenFolder();
  const isDone = await withDatabase(data, async (pb) => {
    const asked = await ask(pb, { reason: 'command' });
    const byWorker = await isHeld(data.workerLock);
    const release = await (byWorker ? followRelease(pb, asked.id, say) : runRequest({ pb, data, onLog: say }, asked));
    return report(release, say);
  });
  if (!isDone) process.exit(1);
});
