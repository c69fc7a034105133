/** `npm run upgrade`: backs up, migrates, checks, and goes back when the check fails. */
import { parseArgs } from 'node:util';
import { chosenFolder } from '../chosenFolder.ts';
import { readEnvironment } from '../environment.ts';
import { operatorCommand } from '../operatorCommand.ts';
import { programVersion } from '../programVersion.ts';
import { holdData } from '../restore/swap.ts';
import { upgrade } from '../upgrade.ts';

await operatorCommand('npm run upgrade', async (say) => {
  parseArgs({ options: {} });
  const { backup } = readEnvironment();
  const data = await chosenFolder();
  for (const line of await holdData(data)) say(line);
  const shelf = backup.folder === '' ? {} : { shelf: backup.folder };
  const changes = await upgrade({ data, say, keep: backup.keep, ...shelf });
  if (changes === 0) say(`Nothing to upgrade: ${data.root} is of this version, ${programVersion()}, already.`);
});
