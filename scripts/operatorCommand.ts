/** The frame of a command for whoever keeps the server: lines on the terminal, a mistake in words, the exit code. */

/** What was thrown on purpose says what to do; anything else is a mistake of ours and needs its place. */
export function inWords(error: unknown): string {
  const { name, message, stack } = error as Error;
  return name === 'Error' ? message : (stack ?? message);
}

/** Runs `work` and ends the process: with 0, 1 when it failed, 2 for a wrong call. */
export async function operatorCommand(
  usage: string,
  work: (say: (line: string) => void) => Promise<void>,
): Promise<never> {
  try {
    await work((line) => void process.stdout.write(`${line}\n`));
    process.exit(0);
  } catch (error) {
    const isCall = ((error as { code?: string }).code ?? '').startsWith('ERR_PARSE_ARGS');
    process.stderr.write(isCall ? `${(error as Error).message}\n${usage}\n` : `${inWords(error)}\n`);
    process.exit(isCall ? 2 : 1);
  }
}
