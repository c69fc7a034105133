/**
 * `npm run backup`: one file on the shelf; `-- --to FILE` writes that file instead; it must not exist. `--to -` writes it to the standard
 * output, for a pipe that encrypts it or takes it elsewhere; then what there is to say goes to the standard error.
 */
import { parseArgs } from 'node:util';
import { backUp } from '../backup.ts';
import { chosenFolder } from '../chosenFolder.ts';
import { readEnvironment } from '../environment.ts';
import { operatorCommand } from '../operatorCommand.ts';
import { describeBackup, describeContents } from './describe.ts';
import { backUpToOutput } from './toOutput.ts';

await operatorCommand('npm run backup [-- --to FILE | --to -]', async (say) => {
  const { values } = parseArgs({ options: { to: { type: 'string' } } });
  const { backup } = readEnvironment();
  const { to } = values;
  if (to === '-') {
    if (process.stdout.isTTY) throw new Error('A backup is no text for a terminal: pipe it on, or write "--to FILE".');
    const { manifest } = await backUpToOutput(
      { data: await chosenFolder(), kind: 'manual', keep: backup.keep },
      process.stdout,
    );
    process.stderr.write(`Backed up ${describeContents(manifest)}: written to the pipe, none kept here.\n`);
    return;
  }
  const made = await backUp({
    data: await chosenFolder(),
    kind: 'manual',
    keep: backup.keep,
    ...(backup.folder === '' ? {} : { shelf: backup.folder }),
    ...(to === undefined ? {} : { to }),
  });
  for (const line of describeBackup(made)) say(line);
});
