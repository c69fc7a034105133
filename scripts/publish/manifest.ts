/** What a release knows of itself, for whoever works on it later: two files beside its pages that are not served. */
import { readFile } from 'node:fs/promises';
import type { PersonalItem } from '#domain/rules/consent.ts';
import type { ReleaseFolder } from '../dataFolder.ts';
import { writeDurably } from '../durable.ts';
import { PRIVATE_FILE } from '../privateFiles.ts';

/** A personal item that the release shows, and where. */
export interface ShownItem {
  /** As it may stand in a file; for pictures their addresses. */
  values: string[];
  /** What stands in its place once consent is gone. */
  replacement: string;
  /** The same on an English page; releases from before there were any have none. */
  replacementEn?: string;
  /** Files, relative to `pages`. */
  files: string[];
}

/** `release.json`: small, read for every kept release whenever consent changes. */
export interface Manifest {
  name: string;
  /** Day in Hanoi for which verdicts were told. */
  asOf: string;
  /** Lots whose pages were built as recalled. */
  recalled: string[];
  /** Lots whose pages were built as out of circulation; releases from before there were any have none. */
  lotsWithdrawn?: string[];
  /** Producer id → item → what is shown where. */
  personal: Record<string, Partial<Record<PersonalItem, ShownItem>>>;
  counts: Record<string, number>;
  sizeBytes: number;
}

/** `pages.json`: as large as the release has pages. */
export interface PageIndex {
  /** Every address that answers with a page or file of this release. */
  addresses: string[];
  /** Lot id → files of its trace pages, relative to `pages`. */
  lots: Record<string, string[]>;
}

async function readJson<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(file, 'utf8')) as T;
}

/** Reads what a release says of itself. */
export function readManifest(release: ReleaseFolder): Promise<Manifest> {
  return readJson(release.manifest);
}

/** Reads which pages a release has. */
export function readPageIndex(release: ReleaseFolder): Promise<PageIndex> {
  return readJson(release.pageIndex);
}

/** Writes both files. */
export async function writeManifest(release: ReleaseFolder, manifest: Manifest, index: PageIndex): Promise<void> {
  await writeDurably(release.pageIndex, JSON.stringify(index), PRIVATE_FILE);
  await writeDurably(release.manifest, JSON.stringify(manifest), PRIVATE_FILE);
}
