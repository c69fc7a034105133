import { join } from 'node:path';

/** The folders PocketBase works with. */
export interface PocketbaseFolders {
  dataDir: string;
  migrationsDir: string;
  hooksDir: string;
}

/** The flags of every call, so that no call falls back to a folder or a habit of PocketBase's own choice. */
export function folderFlags(folders: PocketbaseFolders): string[] {
  return [
    // It takes a program under the temporary folder for a developer's and then prints every statement.
    '--dev=false',
    '--hooksWatch=false',
    '--automigrate=false',
    `--dir=${folders.dataDir}`,
    `--migrationsDir=${folders.migrationsDir}`,
    `--hooksDir=${folders.hooksDir}`,
  ];
}

/**
 * Engines kept ready for hooks. Each save that waits its turn to write holds one, and an engine made when none is free costs 10 ms: with
 * PocketBase's own 15, twenty people saving at once were four times slower. One more costs 0.2 MB, 0.9 MB once
 * it has loaded the hooks' files.
 */
const HOOK_ENGINES = 64;

/** The flags of the server: besides, an empty public folder, since a hook serves the public files. */
export function serveFlags(folders: PocketbaseFolders): string[] {
  const publicDir = join(folders.dataDir, 'public');
  return [...folderFlags(folders), '--indexFallback=false', `--publicDir=${publicDir}`, `--hooksPool=${HOOK_ENGINES}`];
}

/**
 * What PocketBase's own part of memory (without SQLite's, see pb_hooks/connections.pb.js) shall not pass: nearing it, garbage is collected
 * sooner instead of at twice what is in use. Go's own setting of this name goes first.
 */
export function memoryLimit(env: NodeJS.ProcessEnv = process.env): { GOMEMLIMIT: string } {
  return { GOMEMLIMIT: env['GOMEMLIMIT'] || '512MiB' };
}
