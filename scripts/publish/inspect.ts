/**
 * Step 5, inspecting the built site: every link leads somewhere, every page has a title of its own, every address that was ever given out
 * answers, the server's headers block nothing, and no file holds what must stay in the office.
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '#domain/release.ts';
import type { Owner, ShownText } from './addresses.ts';
import { foundMessage, type HiddenFinder } from './hidden.ts';
import { type PageFacts, pageFacts } from './pageFacts.ts';
import type { ShownFinder } from './shown.ts';
import { SearchText } from './textIndex.ts';

/** What a release's pages are compared with. */
export interface InspectContext {
  /** Folder of the built pages. */
  pages: string;
  /** Addresses that records have now: each needs its page. */
  present: ReadonlyMap<string, Owner>;
  /** Addresses of the office's own texts, in both languages. */
  texts: ReadonlyMap<string, ShownText>;
  /** Addresses of the ledger that must answer besides; those whose record was deleted past recall, with `false`. */
  owed: ReadonlyMap<string, boolean>;
  finder: HiddenFinder;
  shown: ShownFinder;
  /** Names of producers by id, for messages. */
  producerNames: ReadonlyMap<string, string>;
  /** Whether a file beside the pages answers an address below /_astro or /anh. */
  hasShared(address: string): boolean;
  signal?: AbortSignal;
}

/** What was found. */
export interface Inspection {
  problems: Problem[];
  addresses: string[];
  lots: Record<string, string[]>;
  counts: Record<string, number>;
  sizeBytes: number;
}

const TEXT_FILE = /\.(html|json|geojson|xml|txt|csv|ics|svg|webmanifest|js|css)$/;
/** A lot for other programs: a recall is laid over it as over its page. */
const LOT_FILE = /^t\/[^/]+\.json$/;
/** Answered by others than the release. */
const ELSEWHERE = /^\/(quan-tri|api|_)(\/|$)|^\/tinh-trang\.json$/;

/** The address at which a file answers: `san-pham/x.html` → `/san-pham/x`. */
export function fileToAddress(file: string): string {
  if (file === 'index.html') return '/';
  return `/${file.replace(/\.html$/, '')}`;
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** English pages stand under one folder, each beside its Vietnamese twin. */
const ENGLISH = '/en';

function inEnglish(address: string): string {
  return address === '/' ? ENGLISH : `${ENGLISH}${address}`;
}

function inVietnamese(address: string): string {
  return address === ENGLISH ? '/' : address.replace(/^\/en\//, '/');
}

/** A link that is dead on more pages comes from no single record. */
const TOLD_PER_LINK = 20;

/** Gathers problems with the record that is behind a page, where there is one. */
class Problems {
  readonly found: Problem[] = [];
  /** Dead link → pages that have it. */
  readonly #pages = new Map<string, number>();
  readonly #context: InspectContext;

  constructor(context: InspectContext) {
    this.#context = context;
  }

  add(address: string, message: string, severity: Problem['severity'] = 'error'): void {
    const text = this.#context.texts.get(address);
    const owner =
      text === undefined ? this.#context.present.get(inVietnamese(address)) : { ...text, collection: 'pages' };
    const { collection, id } = owner ?? { collection: 'pages', id: '' };
    this.found.push({ severity, collection, record: id, title: address, field: text?.field ?? '', message });
  }

  /** In a text the office typed the link, and where it leads may have gone since: it is told, and stands in nobody's way. */
  addDeadLink(address: string, link: string): void {
    const severity = this.#context.texts.has(address) ? 'warning' : 'error';
    const pages = (this.#pages.get(link) ?? 0) + 1;
    this.#pages.set(link, pages);
    if (pages <= TOLD_PER_LINK) this.add(address, `Liên kết hỏng: ${link} không có trang.`, severity);
  }
}

/** The Digital Link form of a trace page is the same page, and pages that only lead on have no title of their own. */
const needsOwnTitle = (address: string, facts: PageFacts) =>
  !inVietnamese(address).startsWith('/01/') && !facts.leadsOn;

function checkTitle(address: string, facts: PageFacts, titles: Map<string, string>, problems: Problems): void {
  const other = titles.get(facts.title);
  if (facts.title === '') problems.add(address, 'Trang không có tiêu đề.');
  else if (!needsOwnTitle(address, facts)) return;
  else if (other === undefined) titles.set(facts.title, address);
  // True all the same: two makers may give their goods one name.
  else problems.add(address, `Trang trùng tiêu đề với ${other}: “${facts.title}”.`, 'warning');
}

/** So many files are read ahead while one is looked at. */
const READ_AHEAD = 32;

async function* textsOf(folder: string, files: readonly string[]): AsyncGenerator<[file: string, text: string]> {
  for (let start = 0; start < files.length; start += READ_AHEAD) {
    const some = files.slice(start, start + READ_AHEAD);
    const texts = await Promise.all(some.map((file) => readFile(join(folder, file), 'utf8')));
    for (const [index, file] of some.entries()) yield [file, texts[index] ?? ''];
  }
}

/** What is gathered while every text file is read once and looked at from all sides. */
class Gathered {
  readonly lots: Record<string, string[]> = {};
  readonly #titles = new Map<string, string>();
  /** Link → whether it leads somewhere. */
  readonly #links = new Map<string, boolean>();
  readonly #context: InspectContext;
  readonly #problems: Problems;
  readonly #addresses: ReadonlySet<string>;

  constructor(context: InspectContext, addresses: ReadonlySet<string>, problems: Problems) {
    this.#context = context;
    this.#addresses = addresses;
    this.#problems = problems;
  }

  look(file: string, text: string): void {
    const address = fileToAddress(file);
    this.#lookForPersonal(file, address, text);
    if (LOT_FILE.test(file)) this.#noteLot(file, (JSON.parse(text) as { lo_ma: string }).lo_ma);
    if (file.endsWith('.html')) this.#lookAtPage(file, address, text);
  }

  #lookForPersonal(file: string, address: string, text: string): void {
    const { finder, shown, producerNames } = this.#context;
    const searchable = new SearchText(`${address} ${text}`);
    shown.note(file, text, searchable);
    for (const hidden of finder.find(searchable).filter((each) => each.grave))
      this.#problems.add(address, foundMessage(hidden, producerNames.get(hidden.producer) ?? ''));
  }

  #lookAtPage(file: string, address: string, html: string): void {
    const facts = pageFacts(html, address);
    checkTitle(address, facts, this.#titles, this.#problems);
    for (const blocked of facts.blocked) this.#problems.add(address, `Trang có ${blocked}, máy chủ sẽ chặn.`);
    this.#noteLot(file, facts.lot);
    for (const link of facts.links) if (!this.#answers(link)) this.#problems.addDeadLink(address, link);
  }

  #answers(link: string): boolean {
    const known = this.#links.get(link);
    if (known !== undefined) return known;
    const found = this.#addresses.has(link) || ELSEWHERE.test(link) || this.#context.hasShared(link);
    this.#links.set(link, found);
    return found;
  }

  #noteLot(file: string, lot: string): void {
    if (lot === '') return;
    this.lots[lot] ??= [];
    this.lots[lot].push(file);
  }
}

async function readPages(context: InspectContext, files: readonly string[], gathered: Gathered): Promise<void> {
  const textFiles = files.filter((file) => TEXT_FILE.test(file));
  for await (const [file, text] of textsOf(context.pages, textFiles)) {
    context.signal?.throwIfAborted();
    gathered.look(file, text);
  }
}

/** Looks at the whole built site. */
export async function inspectPages(context: InspectContext): Promise<Inspection> {
  const files = await filesOf(context.pages);
  const problems = new Problems(context);
  const addresses = new Set(files.map(fileToAddress));
  const gathered = new Gathered(context, addresses, problems);
  await readPages(context, files, gathered);
  const { lots } = gathered;
  for (const address of context.present.keys())
    if (!addresses.has(address)) problems.add(address, `Địa chỉ ${address} đã cấp nhưng bản này không có trang.`);
  for (const [address, canBeMended] of context.owed) {
    if (addresses.has(address) || context.present.has(address)) continue;
    const message = `Địa chỉ ${address} đã từng hiển thị nhưng bản này không có trang.`;
    problems.add(address, message, canBeMended ? 'error' : 'warning');
  }
  for (const address of context.present.keys())
    if (!addresses.has(inEnglish(address))) problems.add(address, `Địa chỉ ${address} chưa có trang tiếng Anh.`);
  for (const needed of ['/', '/404', '/tra-cuu'].flatMap((each) => [each, inEnglish(each)]))
    if (!addresses.has(needed)) problems.add(needed, `Thiếu trang ${needed}.`);
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(context.pages, file))).size));
  return {
    problems: problems.found,
    addresses: [...addresses].sort(),
    lots,
    counts: {
      pages: files.filter((file) => file.endsWith('.html')).length,
      files: files.length,
      lots: Object.keys(lots).length,
    },
    sizeBytes: sizes.reduce((sum, size) => sum + size, 0),
  };
}
