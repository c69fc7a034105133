/** `npm run backup`: one file on the shelf; `-- --to FILE` writes that file instead; it must not exist. */
import { parseArgs } from 'node:util';
import { backUp } from '../backup.ts';
import { chosenFolder } from '../chosenFolder.ts';
import { readEnvironment } from '../environment.ts';
import { operatorCommand } from '../operatorCommand.ts';
import { describeBackup } from './describe.ts';

await operatorCommand('npm run backup [-- --to FILE]', async (say) => {
  const { values } = parseArgs({ options: { to: { type: 'string' } } });
  const { backup } = readEnvironment();
  const { to } = values;
  const made = await backUp({
    data: await chosenFolder(),
    kind: 'manual',
    keep: backup.keep,
    ...(backup.folder === '' ? {} : { shelf: backup.folder }),
    ...(to === undefined ? {} : { to }),
  });
  for (const line of describeBackup(made)) say(line);
});
