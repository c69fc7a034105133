/** Plans longer than the pieces by which PocketBase reads them: no line is lost or cut, whoever wrote the file. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PLAN_PIECE } from '#domain/importRun.ts';
import { withLookFiles } from '#scripts/import/apply/lineFile.ts';
import { applyRun } from '#scripts/import/apply/runs.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { csvFile, look, openOffice } from './office.ts';

const FAIRS = 800;
/** Three bytes each, so that most pieces would end within one. */
const LONG = 'ế'.repeat(1_300);

const folder = mkdtempSync(join(tmpdir(), 'ocop-pieces-'));
let fresh: FreshPocketBase;
beforeAll(async () => {
  fresh = await freshPocketBase();
  await openOffice(fresh.superuser);
});
afterAll(async () => {
  await fresh?.stop();
  rmSync(folder, { recursive: true, force: true });
});

function steps(name: string) {
  return Array.from({ length: FAIRS }, (_, at) => ({
    collection: 'fairs',
    id: `${name}${String(at).padStart(15 - name.length, '0')}`,
    action: 'create',
    version: 0,
    row: at + 2,
    title: `${name} ${at}`,
    fields: { name: `${name} ${at}`, slug: `${name}-${at}`, kind: 'fair', state: 'draft', note: `${at} ${LONG}` },
  }));
}

/** The plan as the program writes it. */
async function writtenPlan(name: string): Promise<Buffer> {
  const { report } = await look(fresh.superuser, csvFile(folder, `${name}.csv`, ['Tên sản phẩm;Chủ thể', 'Chè;HTX A']));
  return withLookFiles(report, steps(name), async ({ plan }) => Buffer.from(await plan.arrayBuffer()));
}

async function applied(plan: Buffer): Promise<void> {
  const form = new FormData();
  const counts = { rows: 0, created: 0, changed: 0, same: 0, refused: 0 };
  form.append('@jsonPayload', JSON.stringify({ file_name: 'x.csv', target: 'fairs', state: 'dry', counts }));
  form.append('plan', new Blob([new Uint8Array(plan)]), 'plan.jsonl');
  const run = await fresh.superuser.collection('imports').create(form);
  await applyRun(fresh.superuser, run.id);
}

/** What the fairs of this name say, by id. */
async function notes(name: string): Promise<string[]> {
  const fairs = await fresh.superuser.collection('fairs').getFullList({ filter: `slug ~ '${name}-%'`, sort: 'id' });
  return fairs.map((fair) => fair['note']);
}

const expected = (name: string) => steps(name).map(({ fields }) => fields.note);

test('a plan is written so that each piece ends with a line, and all of it is applied', async () => {
  const plan = await writtenPlan('cut');
  expect(plan.length).toBeGreaterThan(2 * PLAN_PIECE);
  for (let end = PLAN_PIECE; end < plan.length; end += PLAN_PIECE) expect(plan[end - 1]).toBe(0x0a);
  await applied(plan);
  expect(await notes('cut')).toEqual(expected('cut'));
});

test('one that is cut anywhere is applied too', async () => {
  const lines = steps('plain').map((step) => JSON.stringify(step));
  await applied(Buffer.from(lines.join('\n')));
  expect(await notes('plain')).toEqual(expected('plain'));
});
