/**
 * `npm run service`: the files that systemd needs to run the site (scripts/deploy), filled in from `.env`: which folders may be written, what
 * Caddy is told, how long the journal stays. Shows what would change; as root with `-- --install` writes it. Calling it again changes nothing.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { dataFolder } from './dataFolder.ts';
import { projectRoot, readEnvironment } from './environment.ts';
import { operatorCommand } from './operatorCommand.ts';
import { type Change, compare } from './service/compare.ts';
import { type Place, wantedFiles } from './service/filled.ts';

const USAGE = 'npm run service [-- --install]';

/** The account's line of /etc/passwd. */
function account(uid: number): { user: string; home: string } {
  const [user = '', , , , , home = ''] = execFileSync('getent', ['passwd', String(uid)], { encoding: 'utf8' }).split(
    ':',
  );
  return { user, home };
}

/** The Node of this machine, not the one that lies among the packages. */
function nodeOfMachine(): string {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  const found = ['/usr/local/bin', '/usr/bin', ...folders].map((folder) => join(folder, 'node')).find(existsSync);
  if (found === undefined) throw new Error('There is no node outside this checkout: install nodejs, then try again.');
  return found;
}

/** Where and as whom the service shall run; throws in words when that cannot be. */
function placeOf({ dataFolder: named, backup }: ReturnType<typeof readEnvironment>): Place {
  if (named === '') throw new Error('Set OCOP_DATA in .env: a service keeps its data outside the checkout.');
  const data = dataFolder(named);
  const { user, home } = account(statSync(projectRoot).uid);
  if (user === 'root')
    throw new Error(
      `${projectRoot} belongs to root. The service needs an account of its own: .docs/deploy.md, "Account and folders".`,
    );
  return {
    user,
    home: home || homedir(),
    node: nodeOfMachine(),
    data: data.root,
    backups: backup.folder || data.backups,
  };
}

function describe({ path, state, lines }: Change): string {
  if (state === 'same') return `${path}: as it should be`;
  return [`${path}: ${state === 'new' ? 'new' : 'changes'}`, ...lines.map((line) => `  ${line}`)].join('\n');
}

function write({ path, file }: Change): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, file.text);
  // Whatever the umask of who calls: no secret stands in them, and systemd warns of a unit that others cannot read.
  chmodSync(path, 0o644);
}

await operatorCommand(USAGE, async (say) => {
  const { values } = parseArgs({ options: { install: { type: 'boolean', default: false } } });
  const environment = readEnvironment();
  const changes = compare(wantedFiles(placeOf(environment), environment), '/etc');
  for (const change of changes) say(describe(change));
  const wanted = changes.filter(({ state }) => state !== 'same');
  if (wanted.length === 0) return say('Nothing to do.');
  if (!values.install) return say('\nNothing was written. "sudo npm run service -- --install" writes it.');
  if (process.getuid?.() !== 0) throw new Error('Only root may write these files: sudo npm run service -- --install');
  for (const change of wanted) write(change);
  execFileSync('systemctl', ['daemon-reload'], { stdio: 'inherit' });
  say('\nWritten. For it to count:');
  for (const { file } of wanted) say(file.afterwards.replace(/^/gm, '  sudo '));
  say('The service reads .env itself: after any change of it, systemctl restart ocop.');
});
