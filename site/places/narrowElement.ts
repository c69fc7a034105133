/**
 * `<ocop-narrow>`: a list that stands in the page whole is narrowed by the choices of a form. The choices stand in the address, so that a
 * narrowed list can be shared and gone back to. Items say their values in `data-<parameter>`.
 */
import { type Choices, choicesFrom, choicesToAddress, isLeft } from './narrow.ts';

/** Told on the document after the list has changed; the map listens. */
export const NARROWED = 'ocop-narrowed';

type Control = HTMLSelectElement | HTMLInputElement;

export class NarrowElement extends HTMLElement {
  protected chosen: Choices = new Map();

  connectedCallback(): void {
    this.form.addEventListener('submit', (event) => event.preventDefault());
    this.form.addEventListener('change', () => this.#choose('push'));
    this.form.addEventListener('input', ({ target }) => {
      if (target instanceof HTMLInputElement && target.type === 'search') this.#choose('replace');
    });
    for (const clear of this.#all('[data-part="clear"]')) clear.addEventListener('click', () => this.#clear());
    addEventListener('popstate', () => this.#readAddress());
    this.#readAddress();
  }

  protected get form(): HTMLFormElement {
    const form = this.querySelector('form');
    if (form === null) throw new Error('a list to be narrowed has no form');
    return form;
  }

  #all(selector: string): HTMLElement[] {
    return Array.from(this.querySelectorAll<HTMLElement>(selector));
  }

  get #controls(): Control[] {
    return Array.from(this.form.querySelectorAll<Control>('select, input'));
  }

  /** What a control shows for a value of the address, and the other way round; the same unless a list knows better. */
  protected shownFor(_name: string, value: string): string {
    return value;
  }

  protected readControl(control: Control): string {
    return control.value.trim();
  }

  protected hasValues(item: HTMLElement, chosen: Choices): boolean {
    return isLeft((name) => item.dataset[name] ?? '', chosen);
  }

  /** Whether an item is left; a list may know more than its items say. */
  protected isLeft(item: HTMLElement): boolean {
    return this.hasValues(item, this.chosen);
  }

  /** Before the items are looked at: what must be known to judge them. */
  protected async prepare(): Promise<void> {}

  #readAddress(): void {
    const names = this.#controls.map(({ name }) => name);
    this.chosen = choicesFrom(new URLSearchParams(location.search), names);
    void this.prepare().then(() => {
      for (const control of this.#controls) {
        control.value = this.shownFor(control.name, this.chosen.get(control.name) ?? '');
        // A value that no option has chooses nothing: the address was mistyped.
        if (control.value === '' && control instanceof HTMLSelectElement) this.#forget(control.name);
      }
      this.draw();
    });
  }

  #forget(name: string): void {
    this.chosen = new Map([...this.chosen].filter(([each]) => each !== name));
    for (const control of this.#controls) if (control.name === name) control.value = '';
  }

  #choose(how: 'push' | 'replace'): void {
    const values = this.#controls.map((control): [string, string] => [control.name, this.readControl(control)]);
    this.chosen = new Map(values.filter(([, value]) => value !== ''));
    const address = `${location.pathname}${choicesToAddress(this.chosen)}`;
    if (how === 'push') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    void this.prepare().then(() => this.draw());
  }

  #clear(): void {
    for (const control of this.#controls) control.value = '';
    this.#choose('push');
    this.querySelector<HTMLElement>('[data-part="count"]')?.focus();
  }

  protected draw(): void {
    const items = this.#all('[data-narrow]');
    for (const item of items) item.hidden = !this.isLeft(item);
    const left = items.filter((item) => !item.hidden).length;
    // A heading over nothing goes too; inner groups first, so that outer ones see them.
    for (const group of this.#all('[data-narrow-group]').reverse())
      group.hidden = this.chosen.size > 0 && group.querySelector('[data-narrow]:not([hidden])') === null;
    for (const clear of this.#all('[data-part="clear"]')) clear.hidden = this.chosen.size === 0;
    for (const none of this.#all('[data-part="none"]')) none.hidden = left > 0;
    const count = this.querySelector('[data-part="count"]');
    if (count !== null) count.textContent = (this.dataset['count'] ?? '').replace('{n}', String(left));
    document.dispatchEvent(new CustomEvent(NARROWED));
  }
}
