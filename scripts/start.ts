/**
 * `npm start`: site, admin and API of one province on one port. Everything it starts ends with it.
 *   --demo quang-ninh   another demonstration province
 *   --new               a real installation: asks for province and office, loads nothing
 *   --lan               listens on the network and puts that address into trial stamps
 *   --port 8090         this port and no other
 *   --scale products=2000,lots=20000   adds clearly synthetic records
 */
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type PocketBase from 'pocketbase';
import { hanoiDay } from '#domain/rules/day.ts';
import type { SiteSettings } from '#domain/siteSettings.ts';
import { clearRunning, readRunning, writeRunning } from './bootstrap/running.mjs';
import { describeFolder, hasDatabase, knownSets, setFolder } from './chosenFolder.ts';
import { now } from './clock.ts';
import { startDatabase } from './database.ts';
import { type DataFolder, dataFolder } from './dataFolder.ts';
import { loadDemonstration } from './demo.ts';
import { projectRoot, readEnvironment } from './environment.ts';
import { failureWords } from './operatorCommand.ts';
import { pocketbaseProgram } from './pocketbase.ts';
import { keepSettingsPrivate } from './privateFiles.ts';
import { programVersion } from './programVersion.ts';
import { mendReleases } from './publish/mendReleases.ts';
import { holdForLife, whilePublishing } from './publish/publishLock.ts';
import { openReserve } from './reserve.ts';
import { undoCutShort } from './restore/swap.ts';
import { seedCriteria } from './seed/criteria.ts';
import { buildAdmin } from './start/admin.ts';
import { applyEnvironment } from './start/applyEnvironment.ts';
import { failedSignIns } from './start/failedSignIns.ts';
import { firstLogin, type Login, loginText } from './start/firstLogin.ts';
import { choosePort, lanAddress } from './start/listen.ts';
import { askAnswers, makeInstallation, refuseUsedFolder } from './start/newInstallation.ts';
import { readOptions, type StartOptions, UsageError } from './start/options.ts';
import { publishFirst } from './start/publishFirst.ts';
import { refuseDemonstration, refuseServedDemonstration } from './start/realAddress.ts';
import { endForgottenServer, writeServerFile } from './start/serverFile.ts';
import { startWorker } from './start/workerProcess.ts';
import { upgrade } from './upgrade.ts';
import { signInAsWorker, workerAccount } from './worker/account.ts';

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/**
 * The folder of the environment; else that of the demonstration named; else the office's where there is one, the only set there is, the
 * default demonstration. Several sets without any of these are for a person to choose from.
 */
function folderFor(options: StartOptions, named: string): DataFolder {
  if (named !== '') return dataFolder(named);
  if (options.demo !== undefined) return setFolder(options.demo);
  const [office, byDefault] = [setFolder('office'), setFolder('bac-ninh')];
  if (options.isNew || hasDatabase(office)) return office;
  const sets = knownSets();
  if (sets.length === 0 || hasDatabase(byDefault)) return byDefault;
  const [only, ...others] = sets;
  if (only !== undefined && others.length === 0) return only;
  throw new UsageError(
    `There are several sets of data; name one with --demo or OCOP_DATA:\n${sets.map(describeFolder).join('\n')}`,
  );
}

/** Puts into an empty database what was asked for. Real records never get a demonstration. */
async function fill(pb: PocketBase, options: StartOptions, address: string): Promise<void> {
  const [settings] = await pb.collection<SiteSettings>('site_settings').getFullList({ requestKey: null });
  if (settings?.kind === 'real' && options.demo === undefined) return;
  refuseServedDemonstration(address, settings);
  if (settings === undefined) refuseDemonstration(address, options.demo !== undefined);
  const set = options.demo ?? (settings?.set_name === '' ? undefined : settings?.set_name) ?? 'bac-ninh';
  const { scale } = options;
  const { loaded, records } = await loadDemonstration(pb, set as 'bac-ninh', {
    today: hanoiDay(now()),
    ...(scale === undefined ? {} : { scale }),
  });
  if (loaded) say(`Loaded the demonstration "${set}": ${records} records.`);
}

function tell(options: StartOptions, data: DataFolder, origin: string, login: Login | undefined): void {
  say('');
  say(`  Public site   ${origin}/`);
  say(`  Admin         ${origin}/quan-tri`);
  if (login !== undefined) say(`  First login   ${loginText(login, data, process.stdout.isTTY)}`);
  if (options.lan) say('  Phones in the same network can open this address and scan trial stamps.');
  say('  Stop          Ctrl-C here, or "npm stop"');
  say('');
}

/** Resolves with what ended it: a signal, or PocketBase having ended. */
function untilStopped(exited: Promise<void>): Promise<'signal' | 'pocketbase'> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve('signal'));
    void exited.then(() => resolve('pocketbase'));
  });
}

/** The settings; a wrong one is as wrong at the next try, so that a service need not try again. */
function settings() {
  try {
    return readEnvironment();
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** What is asked before anything is made. */
async function prepare(options: StartOptions) {
  const environment = settings();
  const taken = await keepSettingsPrivate(join(projectRoot, '.env'));
  if (taken !== '') say(taken);
  const running = readRunning();
  if (running !== undefined)
    throw new UsageError(`Already running on port ${running.port} (data in ${running.data}). "npm stop" ends it.`);
  const data = folderFor(options, environment.dataFolder);
  if (!hasDatabase(data) && !options.isNew) refuseDemonstration(environment.address, options.demo !== undefined);
  await mkdir(data.status, { recursive: true });
  await mkdir(data.releases, { recursive: true });
  await openReserve(data);
  if (!(await holdForLife(data.startLock)))
    throw new UsageError(`Another server runs on the data folder ${data.root}.`);
  await endForgottenServer(data);
  // Before anybody sees it: what a power cut broke.
  for (const line of await undoCutShort(data)) say(line);
  for (const line of await whilePublishing(data, () => mendReleases(data))) say(line);
  await copyFile(join(projectRoot, 'scripts/start/not-published.html'), join(data.status, 'chua-dang.html'));
  return { environment, data };
}

async function start(options: StartOptions): Promise<void> {
  const { environment, data } = await prepare(options);
  const answers = options.isNew ? await askAnswers(process.stdin, process.stdout) : undefined;
  say(`OCOP catalogue ${programVersion()} (.docs/CHANGELOG.md)`);
  say((await pocketbaseProgram()).message);
  const host = options.lan ? '0.0.0.0' : '127.0.0.1';
  const port = await choosePort(options.port, host);
  const origin = `http://${(options.lan ? lanAddress() : undefined) ?? '127.0.0.1'}:${port}`;
  const { keep, folder: shelf } = environment.backup;
  await upgrade({ data, say, keep, ...(shelf === '' ? {} : { shelf }) });
  await workerAccount(data);
  const onOutput = failedSignIns(say);
  const server = await startDatabase(data, { host, port, env: { OCOP_TRIAL_ADDRESS: origin }, onOutput });
  const stopped = untilStopped(server.exited);
  const stopping: (() => Promise<void>)[] = [() => server.stop()];
  try {
    await writeServerFile(data, server);
    writeRunning({ pid: process.pid, port, data: data.root });
    const ready = (async () => {
      const admin = buildAdmin(data);
      // Told below; a failure before must not end the process as nobody's.
      admin.catch(() => undefined);
      const pb = await signInAsWorker(data, server.url);
      if (answers !== undefined) {
        await refuseUsedFolder(pb);
        await makeInstallation(pb, answers);
      }
      await seedCriteria(pb);
      const login = await firstLogin(pb, data, say);
      await fill(pb, options, environment.address);
      await applyEnvironment(pb, environment, origin);
      const worker = startWorker(data, server.url, say);
      stopping.unshift(() => worker.stop());
      await publishFirst(pb, data, say);
      await admin;
      tell(options, data, origin, login);
    })();
    const ended = await Promise.race([stopped, ready.then(() => stopped)]);
    if (ended === 'pocketbase') throw new Error(`PocketBase ended:\n${server.log().trim()}`);
  } finally {
    for (const stop of stopping) await stop();
    await rm(data.server, { force: true });
    clearRunning();
  }
}

try {
  await start(readOptions(process.argv.slice(2)));
  process.exit(0);
} catch (error) {
  process.stderr.write(`${error instanceof UsageError ? error.message : failureWords(error)}\n`);
  process.exit(error instanceof UsageError ? 2 : 1);
}
