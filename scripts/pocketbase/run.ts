import { folderFlags, type PocketbaseFolders } from './flags.ts';
import { pocketbaseProgram } from './program.ts';
import { runProgram } from './runProgram.ts';

/**
 * Runs one PocketBase command to its end, for example `['migrate', 'up']`, and returns what it printed; throws with that when the command
 * failed. Arguments hold no secret: everybody on this machine can read them. Secrets go into `env`.
 */
export async function runPocketbase(
  args: readonly string[],
  options: PocketbaseFolders & { env?: Record<string, string> },
): Promise<string> {
  const program = await pocketbaseProgram();
  const env = { ...process.env, ...options.env };
  const { code, output } = await runProgram(program.path, [...args, ...folderFlags(options)], { env });
  // A PocketBase before 0.40 (POCKETBASE_BIN) ends with 0 even when a command failed: its output tells.
  if (code !== 0 || /^Error: /m.test(output))
    throw new Error(`pocketbase ${args.slice(0, 2).join(' ')} failed: ${output.trim()}`);
  return output;
}
