import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Entry {
  version?: string;
  resolved?: string;
  optionalDependencies?: Record<string, string>;
}

const lock: { packages: Record<string, Entry> } = JSON.parse(
  readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'),
);

/** The places where Node would look for a package asked for by the one at `path`, nearest first. */
function* placesOf(name: string, path: string): Generator<string> {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/'))))
    yield `${at}/node_modules/${name}`;
  yield `node_modules/${name}`;
}

test('holds the programs of every platform: npm ci refuses a lock file that lacks one', () => {
  // npm leaves out what its registry could not tell it when the file was written.
  const missing = Object.entries(lock.packages).flatMap(([path, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => ![...placesOf(name, path)].some((place) => lock.packages[place]))
      .map(([name, version]) => `${name}@${version}`),
  );
  expect(missing).toEqual([]);
});

test('names no registry: packages come from the one that npm is set up with', () => {
  const named = Object.values(lock.packages).filter((entry) => entry.resolved);
  expect(named).toEqual([]);
});
