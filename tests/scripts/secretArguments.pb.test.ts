/** Arguments of a running program are everybody's to read on a machine (`ps`): no secret may stand among them. */
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databaseClient, migrate, startDatabase, upsertSuperuser } from '#scripts/database.ts';
import { dataFolder } from '#scripts/dataFolder.ts';
import { makeFolderWithoutHooks, pocketbaseProgram, saveSuperuser } from '#scripts/pocketbase.ts';
import { migrationsFolder } from '#scripts/schemaVersion.ts';
import { signInAsWorker, workerAccount } from '#scripts/worker/account.ts';
import { withEnvironment } from '#tests/support/withEnvironment.ts';

const KEY = '0123456789abcdef0123456789abcdef';
const ACCOUNT = { email: 'superuser@ocop.example', password: '-mật khẩu "chỉ" để thử $(1)' };

let folder = '';
let restore: () => void;

/** Writes down every argument it is called with, then is PocketBase. */
async function recordingProgram(): Promise<string> {
  const { path } = await pocketbaseProgram();
  const recorder = join(folder, 'recorder.sh');
  writeFileSync(recorder, `#!/bin/sh\nprintf '%s\\n' "$@" >> '${folder}/arguments'\nexec '${path}' "$@"\n`);
  chmodSync(recorder, 0o755);
  return recorder;
}

const recorded = () => readFileSync(join(folder, 'arguments'), 'utf8');
const dataOf = (name: string) => dataFolder(join(folder, name));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ocop-secrets-'));
  restore = withEnvironment({ POCKETBASE_BIN: await recordingProgram(), OCOP_ENCRYPTION_KEY: KEY });
});
afterAll(() => {
  restore();
  rmSync(folder, { recursive: true, force: true });
});

describe("a superuser's password", () => {
  test('is no argument, whatever it holds, and opens; the renewed one too, beside a running PocketBase', async () => {
    const data = dataOf('superuser');
    await migrate(data);
    await upsertSuperuser(data, ACCOUNT);
    const server = await startDatabase(data);
    try {
      const superusers = databaseClient(server.url).collection('_superusers');
      await superusers.authWithPassword(ACCOUNT.email, ACCOUNT.password);
      await upsertSuperuser(data, { ...ACCOUNT, password: 'a-newer-one-of-them' });
      await superusers.authWithPassword(ACCOUNT.email, 'a-newer-one-of-them');
      await expect(superusers.authWithPassword(ACCOUNT.email, ACCOUNT.password)).rejects.toMatchObject({ status: 400 });
    } finally {
      await server.stop();
    }
    expect(recorded()).toMatch(/^save-superuser$/m);
    for (const secret of [ACCOUNT.password, ACCOUNT.email, 'a-newer-one-of-them', KEY])
      expect(recorded()).not.toContain(secret);
  });

  test("the worker's neither, nor the key of encryption", async () => {
    const data = dataOf('worker');
    await migrate(data);
    const { password } = await workerAccount(data);
    const server = await startDatabase(data);
    try {
      await signInAsWorker(data, server.url);
    } finally {
      await server.stop();
    }
    expect(recorded()).toContain('--encryptionEnv=OCOP_ENCRYPTION_KEY');
    for (const secret of [password, KEY]) expect(recorded()).not.toContain(secret);
  });

  test('a folder that holds nothing but the command knows it as well', async () => {
    const hooksDir = await makeFolderWithoutHooks(join(folder, 'no-hooks'));
    expect(readdirSync(hooksDir)).toEqual(['superuser.pb.js']);
    await saveSuperuser({ dataDir: join(folder, 'bare'), migrationsDir: migrationsFolder, hooksDir }, ACCOUNT);
  });

  test.each([
    ['no address', { ...ACCOUNT, email: '' }, 'must both be set'],
    ['no password', { ...ACCOUNT, password: '' }, 'must both be set'],
    ['no address that letters could go to', { ...ACCOUNT, email: 'nobody' }, 'email'],
  ])('%s is an error that tells no secret', async (_, account, words) => {
    const failed = await upsertSuperuser(dataOf('refused'), account).then(
      () => '',
      (error: Error) => error.message,
    );
    expect(failed).toContain(words);
    expect(failed).not.toContain(ACCOUNT.password);
  });
});
