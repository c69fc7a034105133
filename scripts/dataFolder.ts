/** Paths inside a data folder: everything that one province's installation keeps. The folder can be moved as it is. */
import { join, resolve } from 'node:path';

/** Where a data folder keeps what. All paths are absolute. */
export interface DataFolder {
  root: string;
  /** PocketBase's own folder. */
  database: string;
  releases: string;
  /** The one symbolic link that decides which release the public sees; relative, so that the folder can be moved. */
  live: string;
  /** Hashed style sheets, scripts and fonts of all releases: only ever added to. */
  assets: string;
  /** Published pictures, named by their content: links to what `pictureCache` holds. */
  pictures: string;
  /** Copies of every picture that the office has, made once. Not served; it can be deleted, then they are made again. */
  pictureCache: string;
  admin: string;
  /** What stands beside releases: recalls and personal data taken back. */
  status: string;
  /** Served at /tinh-trang.json. Written by a PocketBase hook only. */
  standing: string;
  /** Which personal items the kept releases show, producer by producer: what a withdrawn consent must hide. */
  shown: string;
  /** The worker's own account. */
  worker: string;
  /** Held by the worker that runs. */
  workerLock: string;
  /** Held by whoever publishes. */
  publishLock: string;
  /** Where the PocketBase of this folder answers on this machine, while it runs. */
  server: string;
  firstLogin: string;
  /** Held by the server that runs, and by whoever replaces the database. */
  startLock: string;
  /** Which PocketBase last worked on it. */
  program: string;
  backups: string;
  /** Letters that no mail server took, newest last. */
  mail: string;
  /** Room put aside for recalls on a full disk. */
  reserve: string;
}

/** The paths inside the data folder at `root`. */
export function dataFolder(root: string): DataFolder {
  const at = (...parts: string[]) => resolve(root, ...parts);
  return {
    root: at(),
    database: at('pb_data'),
    releases: at('releases'),
    live: at('live'),
    assets: at('shared', '_astro'),
    pictures: at('shared', 'anh'),
    pictureCache: at('pictures'),
    admin: at('admin'),
    status: at('status'),
    standing: at('status', 'tinh-trang.json'),
    shown: at('shown.json'),
    worker: at('worker.json'),
    workerLock: at('worker.lock'),
    publishLock: at('publish.lock'),
    server: at('server.json'),
    firstLogin: at('first-login.txt'),
    startLock: at('start.lock'),
    program: at('program.json'),
    backups: at('backups'),
    mail: at('mail'),
    reserve: at('reserve.bin'),
  };
}

/** What one release holds. Only `pages` and `standing` are served. */
export interface ReleaseFolder {
  root: string;
  pages: string;
  /** Pages of this release with recalls and withdrawn personal data applied; served before `pages`. */
  standing: string;
  snapshot: string;
  manifest: string;
  pageIndex: string;
}

/** The paths of a release, by its name or the name of its unfinished folder. */
export function releaseFolder(data: DataFolder, name: string): ReleaseFolder {
  const root = join(data.releases, name);
  return {
    root,
    pages: join(root, 'pages'),
    standing: join(root, 'standing'),
    snapshot: join(root, 'snapshot.sqlite'),
    manifest: join(root, 'release.json'),
    pageIndex: join(root, 'pages.json'),
  };
}
