/**
 * `<ocop-search>`: a form that works without it becomes a box that answers while one types (combobox pattern of the ARIA Authoring
 * Practices). Rows and engine are fetched when somebody turns to the box, not before.
 */
import { pageLanguage } from '#site/i18n/pageLanguage.ts';
import type { Offer, SearchWords } from './options.ts';

/** Down and up through the options and the box itself, which is -1. */
const after = (active: number, count: number) => (active + 1 === count ? -1 : active + 1);
const before = (active: number, count: number) => (active === -1 ? count - 1 : active - 1);

/** Records offered at a time. */
const MOST = 8;

class OcopSearch extends HTMLElement {
  #input!: HTMLInputElement;
  #panel!: HTMLElement;
  #note!: HTMLElement;
  #list!: HTMLElement;
  #words!: SearchWords;
  #active = -1;
  /** Answers may come in another order than the questions. */
  #asked = 0;

  connectedCallback() {
    const input = this.querySelector('input');
    if (input === null || this.querySelector('.search-panel') !== null) return;
    this.#input = input;
    this.#words = JSON.parse(this.dataset['words'] ?? '{}') as SearchWords;
    this.#buildPanel();
    // A failed try is made again with the next letter.
    input.addEventListener('focus', () => void this.#load().catch(() => undefined));
    input.addEventListener('input', () => void this.#answer());
    input.addEventListener('keydown', (event) => this.#onKey(event));
    this.addEventListener('focusout', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && this.contains(relatedTarget))) this.#close();
    });
    if (document.activeElement === input) void this.#load().catch(() => undefined);
  }

  #buildPanel() {
    const id = `${this.#input.id}-ds`;
    this.#note = Object.assign(document.createElement('p'), { className: 'search-note', role: 'status' });
    this.#list = Object.assign(document.createElement('ul'), { id, role: 'listbox', className: 'search-list' });
    this.#list.ariaLabel = this.querySelector('label')?.textContent ?? '';
    this.#panel = Object.assign(document.createElement('div'), { className: 'search-panel', hidden: true });
    this.#panel.append(this.#note, this.#list);
    this.append(this.#panel);
    Object.assign(this.#input, { role: 'combobox', ariaAutoComplete: 'list', ariaExpanded: 'false' });
    this.#input.setAttribute('aria-controls', id);
    // A press must not take the focus away before it is a click.
    this.#panel.addEventListener('pointerdown', (event) => event.preventDefault());
    this.#list.addEventListener('click', (event) => {
      const option = event.target instanceof Element ? event.target.closest<HTMLElement>('.option') : null;
      if (option !== null) this.#go(option, event.ctrlKey || event.metaKey);
    });
  }

  async #load() {
    const isLarge = this.dataset['inWorker'] !== undefined;
    const engine = isLarge ? await import('./engineInWorker.ts') : await import('./engine.ts');
    return { engine, finder: await engine.loadFinder(this.dataset['rows'] ?? '') };
  }

  async #answer() {
    const query = this.#input.value;
    this.#asked += 1;
    const asked = this.#asked;
    if (query.trim() === '') return this.#close();
    try {
      const { finder, engine } = await this.#load();
      const found = await finder.find(query, MOST);
      if (asked !== this.#asked) return;
      const offer = engine.offerFor(query, found, this.#words, pageLanguage());
      engine.drawOptions(this.#list, offer.options);
      this.#open(offer);
    } catch {
      // No network, or the rows of a newer release: the form still leads to the catalogue.
      if (asked === this.#asked) this.#open({ options: [], note: this.#words.failed });
    }
  }

  #open({ options, note }: Offer) {
    this.#panel.hidden = false;
    this.#list.hidden = options.length === 0;
    this.#note.textContent = note || this.#words.count.replace('{n}', String(options.length));
    this.#note.classList.toggle('sr-only', note === '');
    this.#input.ariaExpanded = String(options.length > 0);
    this.#select(-1);
  }

  #close() {
    this.#asked += 1;
    this.#panel.hidden = true;
    this.#input.ariaExpanded = 'false';
    this.#select(-1);
  }

  #select(index: number) {
    const options = Array.from(this.#list.children);
    this.#active = options.length === 0 ? -1 : index;
    options.forEach((option, at) => {
      option.ariaSelected = String(at === this.#active);
    });
    const active = options[this.#active];
    if (active === undefined) this.#input.removeAttribute('aria-activedescendant');
    else this.#input.setAttribute('aria-activedescendant', active.id);
    active?.scrollIntoView({ block: 'nearest' });
  }

  #onKey(event: KeyboardEvent) {
    const count = this.#list.children.length;
    const isOpen = !this.#panel.hidden && count > 0;
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && isOpen) {
      event.preventDefault();
      this.#select(event.key === 'ArrowDown' ? after(this.#active, count) : before(this.#active, count));
    } else if (event.key === 'ArrowDown') {
      void this.#answer();
    } else if (event.key === 'Escape' && !this.#panel.hidden) {
      event.preventDefault();
      this.#close();
    } else if (event.key === 'Enter' && isOpen && this.#active >= 0) {
      const option = this.#list.children[this.#active];
      event.preventDefault();
      if (option instanceof HTMLElement) this.#go(option, event.ctrlKey || event.metaKey);
    }
  }

  #go(option: HTMLElement, inNewTab: boolean) {
    const href = option.dataset['href'] ?? '/';
    if (inNewTab) window.open(href, '_blank', 'noopener');
    else location.assign(href);
  }
}

customElements.define('ocop-search', OcopSearch);
