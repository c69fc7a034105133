/** The rules run where there is no clock, no Intl, no network and nothing asynchronous: PocketBase's engine has none of these. */
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { beforeAll, expect, test } from 'vitest';
import * as rules from '#domain/rules/index.ts';
import { RULES_BUNDLE, writeRulesBundle } from '#scripts/rules-bundle.ts';

let text: string;
let bundle: typeof rules;

/** A context without what the engine lacks: to touch any of it is an error, not a quiet `undefined`. */
function bareContext() {
  const bare: Record<string, unknown> = { module: { exports: {} } };
  bare['exports'] = (bare['module'] as { exports: unknown }).exports;
  for (const name of ['Intl', 'Date', 'Promise', 'fetch', 'setTimeout', 'process', 'require', 'structuredClone'])
    Object.defineProperty(bare, name, {
      get: () => {
        throw new Error(`rules may not use ${name}`);
      },
    });
  return bare;
}

beforeAll(async () => {
  await writeRulesBundle();
  text = readFileSync(RULES_BUNDLE, 'utf8');
  const context = bareContext();
  runInNewContext(text, context);
  bundle = (context['module'] as { exports: typeof rules }).exports;
});

test('the bundle holds every rule', () => {
  expect(Object.keys(bundle).sort()).toEqual(Object.keys(rules).sort());
});

test('it is written without what the engine cannot read', () => {
  expect(text).not.toMatch(/\\p\{|\bIntl\b|\bDate\b|\basync\b|\bawait\b|\bPromise\b|toLocale|\(\?<[=!]/);
});

test('it answers there as it does here', () => {
  const recognition = {
    stars: 4,
    pendingCentral: false,
    issuedOn: '2024',
    expiresOn: '',
    refiledOn: '',
    revokedOn: '',
  };
  const facts = { recognitions: [{ ...recognition, superseded: false }] };
  const ask = (all: typeof rules) => [
    all.fold('Ðường HÒA Bình'),
    all.nameToSlug('Mật ong rừng Sơn Động'),
    all.hanoiDay(1_795_000_000_000),
    all.addMonths('2024-02-29', 36),
    all.gtinToGtin14('9521234543213'),
    all.withCheckSign('MATNG2345'),
    all.scoreToStars(70),
    all.verdictTimeline('2026-11-22', facts),
  ];
  expect(JSON.stringify(ask(bundle))).toBe(JSON.stringify(ask(rules)));
});
