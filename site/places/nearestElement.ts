/**
 * `<ocop-nearest>`: a button that sorts a list of sales points by their distance from here. The list is the one in the page, or (front
 * page) the nearest of all, fetched on the press. The position is asked on the press only and leaves the device in no request.
 */
import { distanceKm, isPlaced, type PlacePoint } from '#domain/rules/place.ts';
import { type DistanceWords, sayDistance, sayKm } from './distanceWords.ts';
import { askPosition, type Position, type PositionProblem } from './position.ts';
import { loadRows, type ShippedPlace } from './rows.ts';

/** Told on the document with the position; the map listens. */
export const HERE = 'ocop-here';

interface NearestWords extends DistanceWords, Record<PositionProblem, string> {
  asking: string;
  sorted: string;
  coarse: string;
  failed: string;
}

/** A device that knows no better than this says so. */
const COARSE_METRES = 1000;

interface Found {
  item: HTMLElement;
  km: number | null;
  isRough: boolean;
}

class OcopNearest extends HTMLElement {
  #words!: NearestWords;

  connectedCallback(): void {
    this.#words = JSON.parse(this.dataset['words'] ?? '{}') as NearestWords;
    this.hidden = false;
    this.querySelector('button')?.addEventListener('click', () => void this.#find());
  }

  #say(text: string): void {
    const status = this.querySelector('[role="status"]');
    if (status !== null) status.textContent = text;
  }

  async #find(): Promise<void> {
    this.#say(this.#words.asking);
    const position = await askPosition();
    if (typeof position === 'string') return this.#say(this.#words[position]);
    try {
      this.#show(await this.#found(position));
    } catch {
      return this.#say(this.#words.failed);
    }
    const { sorted, coarse } = this.#words;
    const within = sayKm(position.accuracy / 1000, false, this.#language);
    this.#say(position.accuracy < COARSE_METRES ? sorted : `${sorted} ${coarse.replace('{km}', within)}`);
    document.dispatchEvent(new CustomEvent<PlacePoint>(HERE, { detail: position }));
  }

  get #language(): string {
    return document.documentElement.lang;
  }

  get #list(): HTMLElement {
    const list = document.getElementById(this.dataset['list'] ?? '');
    if (list === null) throw new Error('the list of the nearest is not in the page');
    return list;
  }

  /** Those with a place first, the nearest before all; the others keep their order. */
  async #found(here: Position): Promise<Found[]> {
    const items = this.dataset['rows'] === undefined ? this.#standing(here) : await this.#fetched(here);
    const far = Number.POSITIVE_INFINITY;
    const most = Number(this.dataset['most'] ?? items.length);
    return items.sort((a, b) => (a.km ?? far) - (b.km ?? far) || 0).slice(0, most);
  }

  #standing(here: Position): Found[] {
    return Array.from(this.#list.querySelectorAll<HTMLElement>('[data-slug]')).map((item) => {
      const [lon = 0, lat = 0] = (item.dataset['point'] ?? '0 0').split(' ').map(Number);
      const km = isPlaced({ lon, lat }) ? distanceKm(here, { lon, lat }) : null;
      return { item, km, isRough: item.dataset['rough'] !== undefined };
    });
  }

  async #fetched(here: Position): Promise<Found[]> {
    const { places } = await loadRows(this.dataset['rows'] ?? '');
    const template = this.querySelector('template');
    const placed = places.filter(([, , , lon, lat]) => isPlaced({ lon, lat }));
    return placed.map((place) => ({
      item: this.#drawn(template?.content.firstElementChild?.cloneNode(true) as HTMLElement, place),
      km: distanceKm(here, { lon: place[3], lat: place[4] }),
      isRough: place[5] === 1,
    }));
  }

  #drawn(item: HTMLElement, [slug, name, place]: ShippedPlace): HTMLElement {
    const link = item.querySelector('a');
    if (link !== null) {
      link.textContent = name;
      link.href = `${link.getAttribute('href') ?? ''}/${slug}`;
    }
    const line = item.querySelector('[data-part="place"]');
    if (line !== null) line.textContent = place;
    return item;
  }

  #show(found: readonly Found[]): void {
    for (const { item, km, isRough } of found) {
      const line = item.querySelector<HTMLElement>('[data-part="away"]');
      if (line === null) continue;
      line.textContent = sayDistance(km, isRough, this.#words, this.#language);
      line.hidden = false;
    }
    const items = found.map(({ item }) => item);
    if (this.dataset['rows'] === undefined) this.#list.append(...items);
    else this.#list.replaceChildren(...items);
  }
}

customElements.define('ocop-nearest', OcopNearest);
