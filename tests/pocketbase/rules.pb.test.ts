/** The rules give the same answers inside PocketBase's JavaScript engine as in Node: it has no Intl, and its own ideas of patterns. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as rules from '#domain/rules/index.ts';
import { freePort, type PocketbaseServer, startPocketbase } from '#scripts/pocketbase.ts';
import { RULES_BUNDLE, writeRulesBundle } from '#scripts/rules-bundle.ts';
import { HOSTILE } from '#tests/support/hostile.ts';

/** The rules by name, as the hook below calls them. */
const byName = { ...rules } as unknown as Record<string, (...args: unknown[]) => unknown>;

type RuleName = {
  [K in keyof typeof rules]: (typeof rules)[K] extends (...args: never[]) => unknown ? K : never;
}[keyof typeof rules];
type Case = [rule: RuleName, ...args: unknown[]];

const AWKWARD = [
  'Hòa Hoà Hòa',
  'QÚY Quý',
  'Ðắk Lắk',
  'đường Đồng',
  'Nguyễn Thị Thùy',
  'mật\u200bong \u00ad',
  'ỨỪỬỮỰ',
  'Bánh đa Kế – 500 g',
  '',
  '  ',
];
const recognition = {
  stars: 4,
  pendingCentral: false,
  issuedOn: '2024',
  expiresOn: '',
  refiledOn: '',
  revokedOn: '',
  superseded: false,
};
const facts = {
  recognitions: [recognition, { ...recognition, stars: 3, issuedOn: '2021-02-28' }],
  lot: { recalled: false, stampVoid: false, useBy: '2027-02', described: true },
};

const CASES: Case[] = [
  ...AWKWARD.flatMap((text): Case[] => [
    ['fold', text],
    ['toneKey', text],
    ['foldedWords', text],
    ['tidyText', text],
    ['nameToSlug', text],
    ['neutralSlug', text],
    ['tidyTraceCode', text],
    ['isPartialDay', text],
  ]),
  // As JSON brings them: what is no sign arrives as the sign for that.
  ...HOSTILE.flatMap(({ text }): Case[] => {
    const sent = Buffer.from(text).toString();
    // What is refused is not stored; Go breaks up longer rows of marks than any text has.
    const stored: Case[] = rules.textProblem(sent) === null ? [['storedText', sent]] : [];
    return [
      ...stored,
      ['textProblem', sent],
      ['valueProblem', { url: sent, list: [sent] }],
      ['fold', sent],
      ['nameToSlug', sent],
    ];
  }),
  ['isGtin', '9521234543213'],
  ['isGtin', '9521234543214'],
  ['isGln', '8938500009990'],
  ['gtinToGtin14', '9521234543213'],
  ['gtinToDigitalLink', '9521234543213', 'L/1%?'],
  ['isStaticLotNumber', '..'],
  ['withCheckSign', '7F3K9QX2M'],
  ['newTraceCode', [...Array(20).keys()].map((value) => value * 13)],
  ['isTraceCode', '2222222222'],
  ['addMonths', '2024-02-29', 36],
  ['dayNumber', '2026-11-22'],
  ['dayFromNumber', -1],
  ['hanoiDay', Date.UTC(2026, 10, 21, 17)],
  ['instantToVietnamese', Date.UTC(2026, 10, 21, 17, 5)],
  ['dayToVietnamese', '2026-09'],
  ['scoreToStars', 69.99],
  ['termOf', '2024-02', ''],
  ['sameValue', { lon: 1, lat: 2 }, { lat: 2, lon: 1 }],
  ['stateBefore', { name: 'c', story: 's' }, [{ name: 'b' }, { name: 'a', brand: '' }]],
  ['mergeChanges', { a: 1, b: 2, c: [1] }, { a: 2, b: 3, c: [2] }, { a: 1, b: 4, c: [1] }],
  ['revisionTriggers', 'things', [{ name: 'name', type: 'text', many: false }], 'name'],
  ['verdictOn', '2027-01-15', facts],
  ['verdictTimeline', '2026-11-22', facts],
  [
    'publicAddresses',
    { collection: 'lots', state: 'active', slug: '', traceCode: '2222222222', gtin: '9521234543213', lotNumber: 'L1' },
  ],
];

let folder: string;
let server: PocketbaseServer;

beforeAll(async () => {
  await writeRulesBundle();
  folder = mkdtempSync(join(tmpdir(), 'ocop-rules-'));
  const hooksDir = join(folder, 'hooks');
  const migrationsDir = join(folder, 'migrations');
  mkdirSync(hooksDir);
  mkdirSync(migrationsDir);
  copyFileSync(RULES_BUNDLE, join(hooksDir, 'rules.js'));
  const hook = `routerAdd('POST', '/rules', (e) => {
    const rules = require(\`\${__hooks}/rules.js\`);
    return e.json(200, e.requestInfo().body.cases.map((each) => ({ answer: rules[each[0]].apply(null, each.slice(1)) })));
  });`;
  writeFileSync(join(hooksDir, 'rules.pb.js'), hook);
  server = await startPocketbase({ dataDir: join(folder, 'data'), migrationsDir, hooksDir, port: await freePort() });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('every case answers alike', async () => {
  const response = await fetch(`${server.url}/rules`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ cases: CASES }),
  });
  const answers = (await response.json()) as { answer: unknown }[];
  const inNode = CASES.map(([rule, ...args]) => ({ rule, args, answer: byName[rule]?.(...args) }));
  const inPocketbase = answers.map(({ answer }, index) => ({
    rule: CASES[index]?.[0],
    args: CASES[index]?.slice(1),
    answer,
  }));
  expect(inPocketbase).toEqual(JSON.parse(JSON.stringify(inNode)));
});
