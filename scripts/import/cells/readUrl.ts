import type { Cell } from '../read/sheet.ts';
import { ask, type Reading, refuse, right } from './reading.ts';
import { readLine } from './text.ts';

const ADDRESS = /(?:https?:\/\/|www\.)[^\s;,|]+/giu;
const withScheme = (address: string) => (/^www\./i.test(address) ? `https://${address}` : address);

/** One address of the web. Several in one cell are asked about. */
export function readUrl(cell: Cell): Reading<string> {
  const line = readLine(cell, 2_000);
  if (line.status !== 'right') return refuse(line.why);
  const bare = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:vn|com|net|org|asia|shop)(?:\/\S*)?$/i;
  const found = bare.test(line.value) ? [`https://${line.value}`] : (line.value.match(ADDRESS) ?? []).map(withScheme);
  const all = [...new Set(found)].filter((each) => URL.canParse(each) && each.length <= 300);
  const [only] = all;
  if (only === undefined) return refuse('Không thấy địa chỉ web trong ô.');
  if (all.length > 1)
    return ask(
      'Ô có nhiều địa chỉ web: hãy tách thành nhiều dòng, hoặc chọn một.',
      all.map((value) => ({ value, label: value })),
    );
  return right(only, only === line.value ? undefined : 'Chỉ lấy địa chỉ web trong ô.');
}

/** Equal for two ways of writing one page's address. */
export function urlKey(address: string): string {
  return address
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/#.*$/, '')
    .replace(/\/+$/, '')
    .replace(/^[^/?]+/, (host) => host.toLowerCase());
}
