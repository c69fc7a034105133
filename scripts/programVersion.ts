/** The version of this program, as CHANGELOG.md in .docs tells of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './environment.ts';

/** `0.2.0`, as package.json has it. */
export function programVersion(): string {
  const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string };
  return version;
}
