/**
 * Imports write and delete many records by one statement, past the hooks of single records (pb_hooks/importWrite.js, importTakeBack.js), and
 * do themselves what those would. Here every hook that such records meet is named, with how imports keep what it keeps: a new hook fails
 * this until somebody has decided.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';

const HOOKS = new URL('../../pocketbase/pb_hooks/', import.meta.url);

function namesIn(file: string, list: string): string[] {
  const source = readFileSync(new URL(file, HOOKS), 'utf8');
  const body = new RegExp(`const ${list} = [[{]([^]*?)[\\]}];`).exec(source)?.[1] ?? '';
  return [...body.matchAll(/(?:^|[\n,])\s*'?([a-z_]+)'?(?=:|,|\n|$)/g)].flatMap((match) => match[1] ?? []);
}
const WRITTEN = namesIn('importWrite.js', 'PREPARE');
const DELETED = namesIn('importTakeBack.js', 'AT_ONCE');

interface Hook {
  event: string;
  /** What its handler calls. */
  calls: string;
  /** Empty: all of them. */
  collections: string[];
}

/** What the hook files ask for when PocketBase loads them. */
function loadedHooks(): Hook[] {
  const hooks: Hook[] = [];
  const register =
    (event: string) =>
    (handler: unknown, ...collections: string[]) => {
      const [, file = '', called = ''] = /\$\{__hooks\}\/(\w+)\.js`\)\.(\w+)/.exec(String(handler)) ?? [];
      hooks.push({ event, calls: `${file}.${called}`, collections });
    };
  // Called, made or asked for a part of it, it gives itself.
  const anything: object = new Proxy(Object, {
    apply: () => anything,
    construct: () => anything,
    get: (_, name) => (name === Symbol.toPrimitive ? () => '' : anything),
  });
  const world = new Proxy(Object.create(null), {
    has: () => true,
    get: (_, name) => (typeof name === 'symbol' ? undefined : /^on[A-Z]/.test(name) ? register(name) : anything),
  });
  for (const file of readdirSync(HOOKS).filter((name) => name.endsWith('.pb.js')))
    runInNewContext(`with (world) {${readFileSync(new URL(file, HOOKS), 'utf8')}}`, { world });
  return hooks;
}

/** The hooks that records of these collections meet. */
function hooksOf(events: RegExp, collections: readonly string[]): string[] {
  const met = loadedHooks().filter(
    (hook) =>
      events.test(hook.event) &&
      (hook.collections.length === 0 || hook.collections.some((name) => collections.includes(name))),
  );
  return [...new Set(met.map(({ event, calls }) => `${event} ${calls}`))].sort();
}

test('both lists are read', () => {
  expect(WRITTEN).toContain('recognitions');
  expect(DELETED).toEqual(WRITTEN);
});

test('what hooks do with new records, imports do too', () => {
  expect(hooksOf(/^on(Record|Model)(Create|Validate|AfterCreateSuccess)(Execute)?$/, WRITTEN)).toEqual([
    // A contact from an import has no consent, so that no page shows less than before.
    'onRecordAfterCreateSuccess standing.consentChanged',
    'onRecordCreate contradictions.refuseContradictions',
    // One that rests on a result is saved by itself.
    'onRecordCreate evaluations.refuseForeignResult',
    'onRecordCreate recognitions.save',
    'onRecordCreate records.neutralAddress',
    // No import approves: a new record has no public address yet.
    'onRecordCreate records.saveWithAddresses',
    'onRecordCreate records.startVersion',
    'onRecordCreate texts.keepPlain',
  ]);
});

test('what hooks do when records go, imports that are undone do too', () => {
  expect(hooksOf(/^on(Record|Model)(Delete|AfterDeleteSuccess)(Execute)?$/, DELETED)).toEqual([
    // What nobody approved since was never shown.
    'onRecordAfterDeleteSuccess standing.consentChanged',
    // One that rests on a result is deleted by itself.
    'onRecordDelete evaluations.freeResult',
    'onRecordDelete records.deleteUnreferred',
  ]);
});
