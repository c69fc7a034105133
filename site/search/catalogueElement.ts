/**
 * `<ocop-catalogue>`: the list of products as static HTML becomes one that is searched, narrowed and sorted in the browser. What is
 * chosen stands in the address, so that it can be shared and gone back to.
 */
import { fold } from '#domain/rules/fold.ts';
import { type CatalogueWords, facetParts, labelOf } from './choices.ts';
import { drawChip, drawOther } from './drawAround.ts';
import { drawCard, standsIn } from './drawCards.ts';
import { drawFacetPart, type FacetPart, type FacetView } from './drawFacets.ts';
import { countFacets, type Item, itemsOf, narrow, sorted } from './facets.ts';
import type { Finder } from './finder.ts';
import { type LoadedRows, loadRows } from './load.ts';
import { NO_MORE, type ShippedMore } from './more.ts';
import type { SearchRow } from './rows.ts';
import { allOf, type Searched, searched } from './searched.ts';
import {
  EMPTY_SELECTION,
  FACETS,
  type Facet,
  isNarrowed,
  type Selection,
  SORTS,
  selectionFrom,
  selectionToAddress,
  toggled,
} from './selection.ts';

/** Cards added at a time. */
const STEP = 48;

/** What of the list is shown is kept with the address in the history, so that going back leads to the same place. */
interface Place {
  shown?: number;
  scroll?: number;
}

/** Lets the browser answer a finger in between. */
const breath = () => new Promise((resolve) => setTimeout(resolve));

class OcopCatalogue extends HTMLElement {
  #words!: CatalogueWords;
  #loaded!: LoadedRows;
  /** Answers may come in another order than the questions. */
  #asked = 0;
  #more: ShippedMore = NO_MORE;
  #items: Item[] = [];
  #parts: FacetPart[] = [];
  #views: FacetView[] = [];
  #selection!: Selection;
  #shown = STEP;

  async connectedCallback() {
    this.#words = JSON.parse(this.dataset['words'] ?? '{}') as CatalogueWords;
    const address = this.dataset['rows'] ?? '';
    try {
      const [loaded, more] = await Promise.all([
        loadRows(address),
        fetch(this.dataset['more'] ?? '').then((answer) => answer.json() as Promise<ShippedMore>),
        // An address that was shared may search at once.
        new URLSearchParams(location.search).has('q') ? this.#loadFinder() : undefined,
      ]);
      this.#loaded = loaded;
      this.#more = more;
    } catch {
      // The list as it was published stays; only narrowing it is not possible now.
      this.#part('count').textContent = this.#words.failed;
      return;
    }
    this.#items = itemsOf(this.#loaded.rows, this.#loaded.today, this.#more);
    await breath();
    this.#buildFacets();
    this.#listen();
    await breath();
    await this.#readAddress();
  }

  /** Comes with the first word: who only looks through the list on a small phone need not wait for an index. */
  async #loadFinder(): Promise<Finder> {
    const isLarge = this.dataset['inWorker'] !== undefined;
    const { loadFinder } = isLarge ? await import('./finderInWorker.ts') : await import('./finder.ts');
    return loadFinder(this.dataset['rows'] ?? '');
  }

  #part(name: string): HTMLElement {
    const part = this.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (part === null) throw new Error(`the catalogue has no part "${name}"`);
    return part;
  }

  get #query(): HTMLInputElement {
    return this.#part('query') as HTMLInputElement;
  }

  get #sort(): HTMLSelectElement {
    return this.#part('sort') as HTMLSelectElement;
  }

  get #compact(): HTMLInputElement {
    return this.#part('compact') as HTMLInputElement;
  }

  #buildFacets() {
    this.#parts = facetParts(this.#items, this.#words, this.#more.platforms, this.#loaded.subjects);
    this.#views = this.#parts.map((part) => drawFacetPart(part, fold));
    // Choices that lead nowhere are hidden before any is shown: nothing below moves up later.
    const selection = selectionFrom(new URLSearchParams(location.search));
    const counts = countFacets(this.#items, selection);
    for (const view of this.#views) view.update(counts, selection);
    this.#part('facets').replaceChildren(...this.#views.map(({ element }) => element));
    const filters = this.#part('filters') as HTMLDetailsElement;
    filters.open = matchMedia('(width >= 56.25rem)').matches;
    this.classList.add('is-ready');
  }

  #listen() {
    this.#part('facets').addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      const facet = FACETS.find((each) => each === target.dataset['facet']);
      if (facet !== undefined) this.#choose(toggled(this.#selection, facet, target.value));
    });
    this.#query.form?.addEventListener('submit', (event) => event.preventDefault());
    // A failure is told when it is asked for an answer.
    this.#query.addEventListener('focus', () => void this.#loadFinder().catch(() => undefined));
    this.#query.addEventListener('input', () => {
      this.#choose({ ...this.#selection, query: this.#query.value }, 'replace');
    });
    this.#sort.addEventListener('change', () => {
      this.#choose({ ...this.#selection, sort: SORTS.find((each) => each === this.#sort.value) ?? null });
    });
    this.#compact.addEventListener('change', () => {
      this.#choose({ ...this.#selection, isCompact: this.#compact.checked }, 'replace');
    });
    this.#part('clear').addEventListener('click', () => {
      const { isCompact } = this.#selection;
      this.#choose({ ...EMPTY_SELECTION, isCompact });
    });
    this.#part('more').addEventListener('click', () => void this.#showMore());
    this.#part('chosen').addEventListener('click', ({ target }) => {
      const chip = target instanceof Element ? target.closest<HTMLElement>('[data-facet]') : null;
      if (chip === null) return;
      this.#choose(toggled(this.#selection, chip.dataset['facet'] as Facet, chip.dataset['value'] ?? ''));
      this.#part('count').focus();
    });
    addEventListener('popstate', () => void this.#readAddress());
    addEventListener('pagehide', () => this.#remember());
  }

  #remember() {
    history.replaceState({ shown: this.#shown, scroll: scrollY } satisfies Place, '');
  }

  async #readAddress() {
    const { shown, scroll } = (history.state ?? {}) as Place;
    this.#selection = selectionFrom(new URLSearchParams(location.search));
    this.#shown = shown ?? STEP;
    this.#query.value = this.#selection.query;
    await this.#draw();
    if (scroll !== undefined) scrollTo(0, scroll);
  }

  #choose(selection: Selection, how: 'push' | 'replace' = 'push') {
    const address = `${location.pathname}${selectionToAddress(selection)}`;
    this.#remember();
    if (how === 'push') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    this.#selection = selection;
    this.#shown = STEP;
    if (this.#query.value.trim() !== selection.query.trim()) this.#query.value = selection.query;
    void this.#draw();
  }

  /** What is searched for. Throws where the index cannot be loaded. */
  async #search(query: string): Promise<Searched> {
    if (query.trim() === '') return allOf(this.#items);
    return searched(await this.#loadFinder(), query, this.#loaded.rows, this.#items);
  }

  async #draw() {
    const selection = this.#selection;
    this.#asked += 1;
    const asked = this.#asked;
    const found = await this.#search(selection.query).catch(() => undefined);
    if (asked !== this.#asked) return;
    if (found === undefined) {
      this.#part('count').textContent = this.#words.failed;
      return;
    }
    const { items, others, matches, corrected } = found;
    this.#drawOthers(others);
    const counts = countFacets(items, selection);
    for (const view of this.#views) view.update(counts, selection);
    const isSearched = selection.query.trim() !== '';
    const sort = selection.sort ?? (isSearched ? 'match' : 'standing');
    this.#sort.value = sort;
    const match = this.#sort.querySelector<HTMLOptionElement>('[value="match"]');
    if (match !== null) match.hidden = !isSearched;
    this.#drawSummary(narrow(items, selection).length, corrected);
    this.#drawCards(sorted(narrow(items, selection), sort), matches);
  }

  #drawSummary(count: number, corrected: string | undefined) {
    const told = this.#words.count.replace('{n}', String(count));
    this.#part('count').textContent =
      corrected === undefined ? told : `${told}. ${this.#words.corrected.replace('{q}', corrected)}`;
    this.#part('empty').hidden = count > 0;
    this.#part('clear').hidden = !isNarrowed(this.#selection);
    const chips = FACETS.flatMap((facet) =>
      this.#selection.chosen[facet].map((value) =>
        drawChip(facet, value, labelOf(this.#parts, facet, value) ?? value, this.#words),
      ),
    );
    this.#part('chosen').replaceChildren(...chips);
  }

  #drawCards(items: readonly Item[], matches: readonly string[]) {
    const template = this.querySelector('template');
    if (template === null) return;
    const shown = items.slice(0, this.#shown);
    const list = this.#part('list');
    this.#compact.checked = this.#selection.isCompact;
    list.classList.toggle('is-compact', this.#selection.isCompact);
    // What stands there already, as it was published, stays: drawing 48 cards anew holds a small phone up.
    if (matches.length > 0 || !standsIn(list, shown)) {
      const picture = ({ row }: Item) => this.#more.pictures[row.product?.index ?? -1] ?? '';
      list.replaceChildren(...shown.map((item) => drawCard(template, item, picture(item), matches, this.#words)));
    }
    const left = items.length - shown.length;
    const more = this.#part('more');
    more.hidden = left === 0;
    more.textContent = this.#words.more.replace('{n}', String(Math.min(STEP, left)));
  }

  async #showMore() {
    const first = this.#shown;
    this.#shown += STEP;
    await this.#draw();
    // A person at the keyboard goes on with the first card that came.
    this.#part('list').children[first]?.querySelector('a')?.focus();
  }

  #drawOthers(rows: readonly SearchRow[]) {
    const part = this.#part('others');
    part.hidden = rows.length === 0;
    part.querySelector('ul')?.replaceChildren(...rows.map(drawOther));
  }
}

customElements.define('ocop-catalogue', OcopCatalogue);
