/** What `npm start` is asked for on the command line. */
import { parseArgs } from 'node:util';
import { DEMONSTRATION_SETS, type DemonstrationSet, isDemonstrationSet, parseScale, type Scale } from '../demo.ts';

export interface StartOptions {
  /** A demonstration by name; undefined when none was named. */
  demo: DemonstrationSet | undefined;
  /** A real installation is to be made. */
  isNew: boolean;
  /** Listen on the network. */
  lan: boolean;
  /** This port and no other. */
  port: number | undefined;
  scale: Scale | undefined;
}

/** A wrong call: its message says how to call. */
export class UsageError extends Error {}

function parsePort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new UsageError(`--port needs a number up to 65535, not "${text}".`);
  return port;
}

function parseDemo(name: string): DemonstrationSet {
  if (isDemonstrationSet(name)) return name;
  throw new UsageError(
    `There is no demonstration "${name}". There are: ${Object.keys(DEMONSTRATION_SETS).join(', ')}.`,
  );
}

/** Reads the arguments; throws {@link UsageError} for what cannot be meant. */
export function readOptions(args: string[]): StartOptions {
  try {
    const { values } = parseArgs({
      args,
      options: {
        demo: { type: 'string' },
        new: { type: 'boolean', default: false },
        lan: { type: 'boolean', default: false },
        port: { type: 'string' },
        scale: { type: 'string' },
      },
    });
    if (values.new && (values.demo !== undefined || values.scale !== undefined))
      throw new UsageError('--new makes a real installation: it takes neither --demo nor --scale.');
    return {
      demo: values.demo === undefined ? undefined : parseDemo(values.demo),
      isNew: values.new,
      lan: values.lan,
      port: values.port === undefined ? undefined : parsePort(values.port),
      scale: values.scale === undefined ? undefined : parseScale(values.scale),
    };
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
