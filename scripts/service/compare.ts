/** What a file below /etc would become, line by line, for whoever is to agree to it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WantedFile } from './filled.ts';

/** A file that is to be written, and what it does to the one that is there. */
export interface Change {
  file: WantedFile;
  path: string;
  state: 'new' | 'changed' | 'same';
  /** Lines that go (`-`) and come (`+`); all of them for a new file. */
  lines: string[];
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Compares what is wanted with what is there below `etc`. */
export function compare(files: readonly WantedFile[], etc: string): Change[] {
  return files.map((file) => {
    const path = join(etc, file.path);
    const before = textOf(path);
    const [old, wanted] = [before?.split('\n') ?? [], file.text.split('\n')];
    const lines = [
      ...old.filter((line) => !wanted.includes(line)).map((line) => `- ${line}`),
      ...wanted.filter((line) => !old.includes(line)).map((line) => `+ ${line}`),
    ];
    return { file, path, state: before === undefined ? 'new' : before === file.text ? 'same' : 'changed', lines };
  });
}
