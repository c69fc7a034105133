import { compareVersions, oldestUsable } from './pinned.ts';
import { runProgram } from './runProgram.ts';

/** Asks the program for its version; throws with what to do when it is missing, no PocketBase, or too old. */
export async function checkVersion(path: string): Promise<string> {
  const { output } = await runProgram(path, ['--version']).catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'ENOENT' ? 'there is no such file' : error.message;
    throw new Error(`${path} cannot be run: ${why}.`);
  });
  // The program answers with its own file's name, whatever that is.
  const version = /^\S+ version v?(\d+\.\d+\.\d+)/.exec(output)?.[1];
  if (!version) throw new Error(`${path} does not answer --version as PocketBase does: ${output.trim().slice(0, 200)}`);
  if (compareVersions(version, oldestUsable) < 0)
    throw new Error(`${path} is PocketBase ${version}; at least ${oldestUsable} is needed.`);
  return version;
}
