/** Which e-commerce floor a row means: by the floor's name, else by where its address leads. */
import { fold } from '#domain/rules/fold.ts';
import { ask, type Reading, refuse, right } from '../cells/reading.ts';
import type { Rec } from '../plan/workingSet.ts';

/** A floor that is there, or one to be made. */
export interface ReadPlatform {
  id: string | null;
  name: string;
  website: string;
}

/** Floors that provinces' reports name (domain facts 7), by words of their names and ends of their addresses. */
const FLOORS: readonly { name: string; words: RegExp; hosts: readonly string[] }[] = [
  { name: 'Voso', words: /^vo ?so(?: vn)?$/, hosts: ['voso.vn'] },
  { name: 'Postmart', words: /^post ?mart(?: vn)?$/, hosts: ['postmart.vn'] },
  { name: 'Nông sản Bưu điện', words: /^(?:nong san )?buu dien(?: vn| viet nam)?$/, hosts: ['buudien.vn'] },
  { name: 'Shopee', words: /^shopee(?: vn)?$/, hosts: ['shopee.vn', 'shp.ee'] },
  { name: 'Lazada', words: /^lazada(?: vn)?$/, hosts: ['lazada.vn'] },
  { name: 'Tiki', words: /^tiki(?: vn)?$/, hosts: ['tiki.vn'] },
  { name: 'Sendo', words: /^sendo(?: vn| farm)?$/, hosts: ['sendo.vn'] },
  { name: 'TikTok Shop', words: /^tik ?tok(?: shop)?$/, hosts: ['tiktok.com'] },
  { name: 'Facebook', words: /^(?:facebook|fb|fanpage)$/, hosts: ['facebook.com', 'fb.com'] },
  { name: 'Zalo', words: /^zalo(?: shop)?$/, hosts: ['zalo.me', 'zalo.vn'] },
  { name: 'san24h', words: /^san ?24 ?h(?: vn)?$/, hosts: ['san24h.vn'] },
  { name: 'ecombacninh', words: /^ecom ?bac ?ninh(?: vn)?$/, hosts: ['ecombacninh.vn'] },
];

const platformKey = (name: string) =>
  fold(name)
    .replace(/^(?:san )?(?:thuong mai dien tu|tmdt) /, '')
    .replace(/^san /, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '');
const isOn = (host: string, floor: string) => host === floor || host.endsWith(`.${floor}`);

function floorOfHost(host: string): string | undefined {
  return FLOORS.find(({ hosts }) => hosts.some((each) => isOn(host, each)))?.name;
}

function floorOfName(name: string): string {
  const key = platformKey(name);
  return FLOORS.find(({ words }) => words.test(key))?.name ?? name;
}

const asKnown = (record: Rec): ReadPlatform => ({ id: record.id, name: String(record['name']), website: '' });

function byName(name: string, platforms: readonly Rec[]): Rec | undefined {
  const key = platformKey(floorOfName(name));
  return platforms.find((each) => platformKey(floorOfName(String(each['name']))) === key);
}

function byHost(host: string, platforms: readonly Rec[]): Rec | undefined {
  if (host === '') return undefined;
  const ofSite = platforms.find((each) => {
    const site = hostOf(String(each['website'] ?? ''));
    return site !== '' && (isOn(host, site) || isOn(site, host));
  });
  const floor = floorOfHost(host);
  return ofSite ?? (floor === undefined ? undefined : byName(floor, platforms));
}

function fresh(name: string, host: string): ReadPlatform {
  const floor = FLOORS.find((each) => each.name === floorOfName(name));
  const [site] = floor?.hosts ?? [];
  return {
    id: null,
    name: floor?.name ?? name,
    website: site !== undefined && isOn(host, site) ? `https://${site}` : '',
  };
}

/** A floor that nobody entered yet: one of the country's is what it is called, any other is asked about. */
function unknown(name: string, host: string, platforms: readonly Rec[]): Reading<ReadPlatform> {
  const floor = name === '' ? floorOfHost(host) : floorOfName(name);
  if (floor === undefined) return ask('Không rõ sàn nào: cần chọn.', offers(platforms, fresh(host, host)));
  if (FLOORS.some((each) => each.name === floor)) return right(fresh(floor, host), `Sàn mới: ${floor}.`);
  return ask('Chưa có sàn này: cần xác nhận.', offers(platforms, fresh(floor, host)));
}

const offers = (platforms: readonly Rec[], made: ReadPlatform) => [
  { value: made, label: `Sàn mới: ${made.name}` },
  ...platforms.slice(0, 8).map((each) => ({ value: asKnown(each), label: String(each['name']) })),
];

/** The floor by name and address; a name that the address speaks against is asked about. Both may be empty. */
export function readPlatform(name: string, url: string, all: Iterable<Rec>): Reading<ReadPlatform> {
  const platforms = [...all];
  const host = hostOf(url);
  const named = name === '' ? undefined : byName(name, platforms);
  const hosted = byHost(host, platforms);
  if (name === '' && host === '') return refuse('Thiếu tên sàn.');
  const other = hosted === undefined ? floorOfHost(host) : String(hosted['name']);
  const own = named === undefined ? (name === '' ? '' : floorOfName(name)) : String(named['name']);
  if (
    own !== '' &&
    other !== undefined &&
    platformKey(own) !== platformKey(floorOfName(other)) &&
    platformKey(own) !== platformKey(other)
  ) {
    const candidates = [named ?? null, hosted ?? null].flatMap((each) => (each === null ? [] : asKnown(each)));
    return ask(
      `Cột sàn ghi “${name}”, địa chỉ web là của “${other}”.`,
      candidates.map((value) => ({ value, label: value.name })),
    );
  }
  const known = named ?? hosted;
  return known === undefined ? unknown(name, host, platforms) : right(asKnown(known));
}
