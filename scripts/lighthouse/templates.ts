/** One or two pages of every template, found in the built folder, so that a new template is tested without being named anywhere. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** `san-pham/x.html` and `san-pham/y.html` are of one template, `san-pham.html` of another. */
function templateOf(file: string): string {
  if (!file.replace(/^en\//, '').includes('/')) return file;
  return file.replace(/[^/]+$/, '*').replace(/\/\d{14}\//, '/*/');
}

function addressOf(file: string): string {
  return `/${file.replace(/(^|\/)index\.html$|\.html$/, '')}`;
}

/** Addresses that only lead on to another. */
const LEADS_ON = 2_500;

/**
 * Addresses by template: the fullest page of each and, for records, the sparsest as well. `most`: how many of each template; pages that
 * only lead on are left out.
 */
export function pagesOfTemplates(folder: string, most: 1 | 2 = 2): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
  const byTemplate = Map.groupBy(files.sort(), templateOf);
  return [...byTemplate.values()].flatMap((ofOne) => {
    const bySize = ofOne
      .map((file) => ({ file, size: statSync(join(folder, file)).size }))
      .filter(({ size }) => size > LEADS_ON || ofOne.length === 1)
      .sort((a, b) => b.size - a.size || (a.file < b.file ? -1 : 1));
    const chosen = most === 1 ? bySize.slice(0, 1) : [bySize[0], bySize.at(-1)];
    return [...new Set(chosen.map((each) => addressOf(each?.file ?? '')))];
  });
}
