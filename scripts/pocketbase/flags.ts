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

/** The flags of the server: besides, an empty public folder, since a hook serves the public files. */
export function serveFlags(folders: PocketbaseFolders): string[] {
  return [...folderFlags(folders), '--indexFallback=false', `--publicDir=${join(folders.dataDir, 'public')}`];
}
