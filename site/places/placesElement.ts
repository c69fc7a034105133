/** `<ocop-places>`: the list of sales points. What they sell is fetched only once somebody looks for goods. */
import { exactProduct, goodsMeant, productsMeant } from './goods.ts';
import { NarrowElement } from './narrowElement.ts';
import { loadRows, type PlaceRows } from './rows.ts';

/** Parameter of the goods: a product's short address, or words. */
const GOODS = 'hang';

class OcopPlaces extends NarrowElement {
  #rows: PlaceRows | undefined;
  #loading: Promise<void> | undefined;
  #meant: ReadonlySet<number> = new Set();

  override connectedCallback(): void {
    super.connectedCallback();
    // Names are offered while one types; they come with the first visit to the box.
    this.#goods?.addEventListener('focus', () => void this.#load().then(() => this.#offer()), { once: true });
  }

  get #goods(): HTMLInputElement | null {
    return this.querySelector<HTMLInputElement>(`input[name="${GOODS}"]`);
  }

  #load(): Promise<void> {
    this.#loading ??= loadRows(this.dataset['rows'] ?? '').then(
      (rows) => {
        this.#rows = rows;
      },
      () => {
        // The list stays whole and says why; the next choice tries again.
        this.#loading = undefined;
        this.querySelector('[data-part="failed"]')?.removeAttribute('hidden');
      },
    );
    return this.#loading;
  }

  #offer(): void {
    const options = (this.#rows?.products ?? []).map(([, name]) => new Option(name, name));
    this.#goods?.list?.replaceChildren(...options);
  }

  protected override async prepare(): Promise<void> {
    if (this.chosen.has(GOODS)) await this.#load();
    this.#meant = productsMeant(this.#rows?.products ?? [], this.chosen.get(GOODS) ?? '');
  }

  protected override shownFor(name: string, value: string): string {
    if (name !== GOODS) return value;
    return this.#rows?.products.find(([slug]) => slug === value)?.[1] ?? value;
  }

  protected override readControl(control: HTMLSelectElement | HTMLInputElement): string {
    const value = super.readControl(control);
    if (control.name !== GOODS || value === '') return value;
    return exactProduct(this.#rows?.products ?? [], value)?.[0] ?? value;
  }

  protected override isLeft(item: HTMLElement): boolean {
    const rows = this.chosen.has(GOODS) ? this.#rows : undefined;
    const sold = rows === undefined ? [] : goodsMeant(rows, item.dataset['slug'] ?? '', this.#meant);
    this.#name(item, sold);
    const others = new Map([...this.chosen].filter(([name]) => name !== GOODS));
    return (rows === undefined || sold.length > 0) && this.hasValues(item, others);
  }

  /** The goods that were looked for stand on the card. */
  #name(item: HTMLElement, sold: readonly string[]): void {
    const line = item.querySelector<HTMLElement>('[data-part="sold"]');
    if (line === null) return;
    line.hidden = sold.length === 0;
    line.textContent = (this.dataset['sells'] ?? '').replace('{goods}', sold.join(', '));
  }
}

customElements.define('ocop-places', OcopPlaces);
