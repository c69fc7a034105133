/** What is found broken is set aside under a name of its own that nobody reads, never deleted: somebody may want to look at it. */
import { existsSync } from 'node:fs';
import { now } from './clock.ts';
import { renameDurably } from './durable.ts';

/** The ending of such a name, `.broken-20261201T091500Z`. */
export const SET_ASIDE = /\.broken-\d{8}T\d{6}Z(-\d+)?$/;

/** Renames a broken file or folder; returns where it is now. */
export async function setAside(path: string): Promise<string> {
  const time = new Date(now()).toISOString().replace(/[-:]|\.\d+/g, '');
  for (let more = 1; ; more += 1) {
    const aside = `${path}.broken-${time}${more === 1 ? '' : `-${more}`}`;
    if (existsSync(aside)) continue;
    await renameDurably(path, aside);
    return aside;
  }
}
