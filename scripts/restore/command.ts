/** `npm run restore -- FILE`: puts a backup in the place of the present records; `--check` only reads it through. */
import { parseArgs } from 'node:util';
import { describeContents } from '../backup/describe.ts';
import type { Manifest } from '../backup/manifest.ts';
import { setFolder } from '../chosenFolder.ts';
import { type DataFolder, dataFolder } from '../dataFolder.ts';
import { readEnvironment } from '../environment.ts';
import { operatorCommand } from '../operatorCommand.ts';
import { examineBackup, restore } from '../restore.ts';

const USAGE = 'npm run restore -- FILE [--check]';

/** The folder of the environment; else the one in which `npm start` keeps such an installation. */
function folderFor({ installation }: Manifest): DataFolder {
  const { dataFolder: named } = readEnvironment();
  if (named !== '') return dataFolder(named);
  return setFolder(installation.kind === 'demonstration' ? installation.set : 'office');
}

await operatorCommand(USAGE, async (say) => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { check: { type: 'boolean', default: false } },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new Error(USAGE);
  const manifest = await examineBackup(file);
  say(`${file} is whole: ${describeContents(manifest)}.`);
  if (values.check) return;
  const data = folderFor(manifest);
  const { replaced, notes } = await restore(data, file);
  for (const note of notes) say(note);
  say(`Restored into ${data.root}.`);
  if (replaced !== undefined) say(`What was there before lies in ${replaced}; remove it when you no longer need it.`);
  say('Pages are as they were until the next publish. "npm start" serves again.');
});
