/**
 * What is measured: the demonstration's pages, served by the real PocketBase, but built as a real province's. A demonstration asks search
 * engines to stay away, so their part could not be judged on it.
 */
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type PocketBase from 'pocketbase';
import { hanoiDay } from '#domain/rules/day.ts';
import { now } from '../clock.ts';
import { startDatabase } from '../database.ts';
import { type DataFolder, dataFolder, releaseFolder } from '../dataFolder.ts';
import { loadDemonstration } from '../demo.ts';
import { buildPages } from '../publish/build.ts';
import { publish } from '../publish.ts';
import { signInAsWorker, workerAccount } from '../worker/account.ts';

export interface MeasuredSite {
  /** Without a trailing slash. */
  url: string;
  /** Folder of the built pages. */
  pages: string;
  stop(): Promise<void>;
}

function asReal(snapshot: string, publicAddress: string): void {
  const database = new DatabaseSync(snapshot);
  database
    .prepare(
      `UPDATE record SET json = json_set(json, '$.kind', 'real', '$.public_address', ?) WHERE collection = 'settings'`,
    )
    .run(publicAddress);
  database.close();
}

async function buildAsReal(pb: PocketBase, data: DataFolder, publicAddress: string): Promise<string> {
  await loadDemonstration(pb, 'bac-ninh', { today: hanoiDay(now()) });
  const release = releaseFolder(data, (await publish({ data, pb })).name);
  const snapshot = `${release.snapshot}-real`;
  await copyFile(release.snapshot, snapshot);
  asReal(snapshot, publicAddress);
  await rm(release.pages, { recursive: true });
  await buildPages({ snapshot, pages: release.pages, assets: data.assets });
  return release.pages;
}

/** Starts it in a temporary folder. */
export async function measuredSite(): Promise<MeasuredSite> {
  const data = dataFolder(await mkdtemp(join(tmpdir(), 'ocop-lighthouse-')));
  await workerAccount(data);
  const server = await startDatabase(data);
  const stop = async () => {
    await server.stop();
    await rm(data.root, { recursive: true, force: true });
  };
  try {
    const pages = await buildAsReal(await signInAsWorker(data, server.url), data, server.url);
    return { url: server.url, pages, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
