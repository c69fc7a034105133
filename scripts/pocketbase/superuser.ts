import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PocketbaseFolders } from './flags.ts';
import { pinFolder } from './pinned.ts';
import { runPocketbase } from './run.ts';

/** Who signs in as a superuser. */
export interface SuperuserAccount {
  email: string;
  password: string;
}

/**
 * Makes or renews a superuser, beside a running PocketBase too. The password goes through the environment, never as an argument, which
 * everybody on this machine could read. `flags` are further ones, such as the encryption's.
 */
export async function saveSuperuser(
  folders: PocketbaseFolders,
  { email, password }: SuperuserAccount,
  flags: readonly string[] = [],
): Promise<void> {
  const env = { OCOP_SUPERUSER_EMAIL: email, OCOP_SUPERUSER_PASSWORD: password };
  await runPocketbase(['save-superuser', ...flags], { ...folders, env });
}

/** Makes a folder of hooks that holds the command of {@link saveSuperuser} and nothing else. */
export async function makeFolderWithoutHooks(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await copyFile(join(pinFolder, 'pb_hooks', 'superuser.pb.js'), join(folder, 'superuser.pb.js'));
  return folder;
}
