/**
 * `<ocop-map>`: the sketch in the page becomes a map to move about in once somebody presses for it; only then is the map library fetched.
 * Its ground (tiles of another host) is asked for by a second press, which names the host.
 */
import type { PlacePoint } from '#domain/rules/place.ts';
import type { OpenedMap } from './leafletMap.ts';

export interface MapWords {
  title: string;
  failed: string;
  tilesFailed: string;
  opened: string;
  you: string;
  many: string;
  zoomIn: string;
  zoomOut: string;
  close: string;
}

/** Latitude before longitude, as the map library wants them. */
export interface MapShape {
  outline: [lat: number, lon: number][];
  towns: [name: string, lat: number, lon: number][];
}

class OcopMap extends HTMLElement {
  #words!: MapWords;
  #map: OpenedMap | undefined;
  #here: PlacePoint | undefined;

  connectedCallback(): void {
    this.#words = JSON.parse(this.dataset['words'] ?? '{}') as MapWords;
    const open = this.#part('open');
    if (open === null) return;
    open.hidden = false;
    open.addEventListener('click', () => void this.#open());
    this.#part('tiles')
      ?.querySelector('button')
      ?.addEventListener('click', () => this.#loadTiles());
    document.addEventListener('ocop-narrowed', () => this.#map?.showPlaces());
    document.addEventListener('ocop-here', (event) => {
      this.#here = (event as CustomEvent<PlacePoint>).detail;
      this.#map?.showPlaces();
      this.#map?.showHere(this.#here);
    });
  }

  #part(name: string): HTMLElement | null {
    return this.querySelector<HTMLElement>(`[data-part="${name}"]`);
  }

  #say(text: string): void {
    const status = this.#part('status');
    if (status !== null) status.textContent = text;
  }

  async #open(): Promise<void> {
    const paper = this.#part('paper');
    if (paper === null || this.#map !== undefined) return;
    try {
      const { openMap } = await import('./leafletMap.ts');
      const shape = JSON.parse(this.dataset['shape'] ?? '{}') as MapShape;
      this.#map = await openMap(paper, shape, this.#words);
    } catch {
      return this.#say(this.#words.failed);
    }
    if (this.#here !== undefined) this.#map.showHere(this.#here);
    this.#part('open')?.setAttribute('hidden', '');
    this.#part('tiles')?.removeAttribute('hidden');
    this.#say(this.#words.opened);
    paper.querySelector<HTMLElement>('.leaflet-container')?.focus();
  }

  #loadTiles(): void {
    const { tiles = '', credit = '' } = this.dataset;
    this.#part('tiles')?.setAttribute('hidden', '');
    this.#say('');
    this.#map?.loadTiles(tiles, credit, () => {
      this.#say(this.#words.tilesFailed);
      this.#part('tiles')?.removeAttribute('hidden');
    });
  }
}

customElements.define('ocop-map', OcopMap);
