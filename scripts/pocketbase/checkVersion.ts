import { compareVersions, oldestUsable, ownMark } from './pinned.ts';
import { runProgram } from './runProgram.ts';

/** What a program answers about itself. */
export interface ProgramVersion {
  /** Three numbers. */
  version: string;
  /** Whether it is built from pocketbase/*.go: guarded, and durable in a power cut. */
  own: boolean;
}

/** Asks the program for its version; throws with what to do when it is missing, no PocketBase, or too old. */
export async function checkVersion(path: string): Promise<ProgramVersion> {
  const { output } = await runProgram(path, ['--version']).catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'ENOENT' ? 'there is no such file' : error.message;
    throw new Error(`${path} cannot be run: ${why}.`);
  });
  // The program answers with its own file's name, whatever that is.
  const [, version, mark] = /^\S+ version v?(\d+\.\d+\.\d+)(\+\w+)?/.exec(output) ?? [];
  if (!version) throw new Error(`${path} does not answer --version as PocketBase does: ${output.trim().slice(0, 200)}`);
  if (compareVersions(version, oldestUsable) < 0)
    throw new Error(`${path} is PocketBase ${version}; at least ${oldestUsable} is needed.`);
  return { version, own: mark === ownMark };
}
