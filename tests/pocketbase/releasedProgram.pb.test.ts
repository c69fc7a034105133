/** The program of PocketBase's own releases, which serves where Go is missing: built here from the same source, since none can be fetched. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findGo, goEnvironment } from '#scripts/pocketbase/build.ts';
import { pinFolder, pinnedVersion } from '#scripts/pocketbase/pinned.ts';
import { runProgram } from '#scripts/pocketbase/runProgram.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { withEnvironment } from '#tests/support/withEnvironment.ts';

const go = await findGo().catch(() => undefined);
if (go === undefined) console.log('Skipped: without Go the released program cannot be built here.');

const SIGN_IN = '/api/collections/_superusers/auth-with-password';
const LOGIN = { identity: 'superuser@ocop.example', password: 'only-for-this-test' };

describe.runIf(go)('the released program', () => {
  let folder = '';
  let pocketbase: FreshPocketBase;
  let putBack: () => void;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ocop-released-'));
    const target = join(folder, 'pocketbase');
    const flags = `-X github.com/pocketbase/pocketbase.Version=${pinnedVersion()}`;
    const args = ['build', '-mod=readonly', '-ldflags', flags, '-o', target];
    const { code, output } = await runProgram(
      go?.path ?? '',
      [...args, 'github.com/pocketbase/pocketbase/examples/base'],
      { cwd: pinFolder, env: goEnvironment() },
    );
    if (code !== 0) throw new Error(output);
    putBack = withEnvironment({ POCKETBASE_BIN: target });
    pocketbase = await freshPocketBase();
    await pocketbase.superuser.settings.update({
      superuserIPs: ['127.0.0.1', '::1'],
      // As `npm start` sets it where a proxy is named.
      trustedProxy: { headers: ['X-Forwarded-For'], useLeftmostIP: false },
    });
  });
  afterAll(async () => {
    await pocketbase.stop();
    putBack();
    rmSync(folder, { recursive: true, force: true });
  });

  const signIn = async (headers: Record<string, string>, path = SIGN_IN) => {
    const init = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(LOGIN),
    };
    return (await fetch(pocketbase.url + path, init)).status;
  };

  test.each<Record<string, string>>([
    { 'X-Forwarded-For': '127.0.0.1' },
    { 'X-Forwarded-For': '::1' },
    { 'X-Forwarded-For': '203.0.113.9' },
    { 'X-Forwarded-For': 'unknown' },
    { 'X-Real-IP': '127.0.0.1' },
    { Forwarded: 'for=127.0.0.1' },
    { Via: '1.1 nginx' },
  ])('lets no superuser sign in by a request that was passed on: %o', async (headers) => {
    expect(await signIn(headers)).toBe(403);
    const Authorization = pocketbase.superuser.authStore.token;
    expect(await signIn({ ...headers, Authorization }, '/api/collections/_superusers/auth-refresh')).toBe(403);
  });

  test('lets one sign in on this machine, and serves the admin and pages by the same hooks', async () => {
    expect(await signIn({})).toBe(200);
    expect((await fetch(`${pocketbase.url}/%2e%2e%2fworker.json`)).status).toBe(404);
    expect((await fetch(`${pocketbase.url}/%5celsewhere.example/x/`, { redirect: 'manual' })).status).toBe(404);
  });
});
