/** Settings of a server, from `.env` beside package.json and from the environment; `.env.example` lists them. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { refuseUnreadable } from './environment/refuseUnreadable.ts';

/** The project's own folder. */
export const projectRoot = fileURLToPath(new URL('..', import.meta.url));

/** What may be set; empty where it is not. */
export interface Environment {
  /** The data folder, instead of `.data/<set>`. */
  dataFolder: string;
  /** Public address, written into the settings while they hold none. */
  address: string;
  /** Addresses and networks of the proxies whose word on a visitor's address counts. */
  trustedProxy: string[];
  /** Addresses and networks, besides this machine, from which superusers may work. */
  dashboardFrom: string[];
  /** 32 characters with which PocketBase encrypts its own settings (the SMTP password). */
  encryptionKey: string;
  smtp: { host: string; port: number; user: string; password: string; from: string };
  backup: {
    /** Another folder than that of the data folder. */
    folder: string;
    /** How many of each kind stay. */
    keep: number;
    /** The worker makes one each night. */
    nightly: boolean;
  };
  /** What only the web server in front needs. */
  caddy: { site: string; pocketbase: string; tiles: string; formerSite: string[] };
}

function keptBackups(text: string): number {
  const keep = Number(text);
  if (!Number.isInteger(keep) || keep < 1) throw new Error('OCOP_BACKUP_KEEP must be a number from 1 up.');
  return keep;
}

/** What stands apart by spaces or commas. */
function listOf(text: string): string[] {
  return text.split(/[\s,]+/).filter((each) => each !== '');
}

/** Reads `.env` once; what the environment holds already goes first. Throws for what cannot be what it should be. */
export function readEnvironment(): Environment {
  const file = join(projectRoot, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  const value = (name: string) => process.env[name] ?? '';
  const encryptionKey = value('OCOP_ENCRYPTION_KEY');
  if (encryptionKey !== '' && encryptionKey.length !== 32)
    throw new Error('OCOP_ENCRYPTION_KEY must have 32 characters.');
  refuseUnreadable(value);
  return {
    dataFolder: value('OCOP_DATA'),
    address: value('OCOP_ADDRESS').replace(/\/$/, ''),
    trustedProxy: listOf(value('OCOP_TRUSTED_PROXY')),
    dashboardFrom: listOf(value('OCOP_DASHBOARD_FROM')),
    encryptionKey,
    smtp: {
      host: value('OCOP_SMTP_HOST'),
      port: Number(value('OCOP_SMTP_PORT') || 587),
      user: value('OCOP_SMTP_USER'),
      password: value('OCOP_SMTP_PASSWORD'),
      from: value('OCOP_SMTP_FROM'),
    },
    backup: {
      folder: value('OCOP_BACKUP_FOLDER'),
      keep: keptBackups(value('OCOP_BACKUP_KEEP') || '14'),
      nightly: value('OCOP_BACKUP_NIGHTLY') === '1',
    },
    caddy: {
      site: value('OCOP_SITE'),
      pocketbase: value('OCOP_POCKETBASE') || '127.0.0.1:8090',
      tiles: value('OCOP_TILES'),
      formerSite: listOf(value('OCOP_FORMER_SITE')),
    },
  };
}
