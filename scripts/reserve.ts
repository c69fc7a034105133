/**
 * Room put aside for what must get through on a full disk: recalls and withdrawn consent (pb_hooks/noRoom.js takes the file away when one
 * finds no room), and starting the server. The worker puts it aside again when there is room.
 */

import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import type { DataFolder } from './dataFolder.ts';
import { PRIVATE_FILE } from './privateFiles.ts';
import { freeBytes } from './room.ts';

const BYTES = 16_000_000;
/** While the disk has less than this, every byte is for the others. */
const SPARE_BYTES = 4 * BYTES;

/** Puts it aside, unless it is there or the disk has little to spare. */
export async function keepReserve(data: DataFolder): Promise<void> {
  if (existsSync(data.reserve) || (await freeBytes(data.root)) < SPARE_BYTES) return;
  // Written, not only claimed, and nothing that a disk could pack.
  await writeFile(`${data.reserve}.part`, randomBytes(BYTES), { mode: PRIVATE_FILE });
  await rename(`${data.reserve}.part`, data.reserve);
}

/** Gives it back where the disk is full. */
export async function openReserve(data: DataFolder): Promise<void> {
  if (existsSync(data.reserve) && (await freeBytes(data.root)) < BYTES) await rm(data.reserve, { force: true });
}
