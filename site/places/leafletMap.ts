/** The map to move about in: the sketch's lines and the page's own places. Fetched only by who opens it. */
import {
  circleMarker,
  control,
  map as createMap,
  divIcon,
  type LatLngExpression,
  type LayerGroup,
  type Map as LeafletMap,
  layerGroup,
  marker,
  polygon,
  type TileLayer,
  tileLayer,
} from 'leaflet';
import { isPlaced, type PlacePoint } from '#domain/rules/place.ts';
import styles from './leafletMap.css?url';
import type { MapShape, MapWords } from './mapElement.ts';

export interface OpenedMap {
  /** Draws the places anew: those of the list that are not hidden. */
  showPlaces(): void;
  showHere(point: PlacePoint): void;
  loadTiles(address: string, credit: string, onFailure: () => void): void;
}

/** A spot with one place is shown at about the size of a town. */
const CLOSEST = 13;
const FARTHEST_OUT = 7;
const FARTHEST_IN = 18;

/** The page's places by spot: several may share the middle of a commune. */
function placesBySpot(): Map<string, HTMLElement[]> {
  const spots = new Map<string, HTMLElement[]>();
  for (const item of document.querySelectorAll<HTMLElement>('[data-point]')) {
    if (item.closest('[hidden]') !== null) continue;
    const spot = item.dataset['point'] ?? '';
    spots.set(spot, [...(spots.get(spot) ?? []), item]);
  }
  return spots;
}

function spotOf(text: string): PlacePoint {
  const [lon = 0, lat = 0] = text.split(' ').map(Number);
  return { lon, lat };
}

/** What a place says of itself in the page: its name (a link where it has a page of its own), where, how far. */
function lineOf(item: HTMLElement): HTMLElement {
  const line = document.createElement('div');
  const link = item.querySelector<HTMLAnchorElement>('a');
  const name = item.dataset['name'] ?? link?.textContent ?? '';
  const head =
    link === null ? document.createElement('strong') : Object.assign(document.createElement('a'), { href: link.href });
  head.textContent = name;
  line.append(head);
  for (const part of item.querySelectorAll<HTMLElement>('[data-part="place"], [data-part="away"]:not([hidden])')) {
    const text = document.createElement('p');
    text.textContent = part.textContent;
    line.append(text);
  }
  return line;
}

function popupOf(items: readonly HTMLElement[]): HTMLElement {
  const content = document.createElement('div');
  content.append(...items.map(lineOf));
  return content;
}

function drawSpot(items: readonly HTMLElement[], spot: PlacePoint, words: MapWords, onto: LayerGroup): void {
  const [first] = items;
  const name =
    items.length === 1
      ? (first?.dataset['name'] ?? first?.querySelector('a')?.textContent ?? '')
      : words.many.replace('{n}', String(items.length));
  const isRough = items.every((item) => item.dataset['rough'] !== undefined);
  const html = document.createElement('span');
  html.textContent = items.length === 1 ? '' : String(items.length);
  const icon = divIcon({
    className: isRough ? 'map-pin is-rough' : 'map-pin',
    html,
    iconSize: [32, 32],
    iconAnchor: [16, 16],
  });
  const pin = marker([spot.lat, spot.lon], { icon, title: name, alt: name, riseOnHover: true }).addTo(onto);
  pin.getElement()?.setAttribute('aria-label', name);
  pin.bindPopup(popupOf(items), { closeButton: true, maxWidth: 260, minWidth: 160 });
  pin.on('popupopen', ({ popup }) => {
    popup.getElement()?.querySelector('.leaflet-popup-close-button')?.setAttribute('aria-label', words.close);
    popup.getElement()?.querySelector('a')?.focus();
  });
  pin.on('popupclose', () => pin.getElement()?.focus());
}

function drawShape({ outline, towns }: MapShape, onto: LeafletMap): void {
  polygon(outline, { className: 'map-land', interactive: false }).addTo(onto);
  for (const [name, lat, lon] of towns) {
    const icon = divIcon({ className: 'map-town', iconSize: [6, 6], html: '' });
    marker([lat, lon], { icon, interactive: false, keyboard: false })
      .addTo(onto)
      .bindTooltip(name, { permanent: true, direction: 'right', className: 'map-name', offset: [10, 0] });
  }
}

/** Names that would lie over a pin or over each other are not shown; at another size there is more room. */
function thinNames(box: HTMLElement): void {
  const taken = Array.from(box.querySelectorAll('.map-pin > span'), (pin) => pin.getBoundingClientRect());
  for (const name of box.querySelectorAll<HTMLElement>('.map-name')) {
    const own = name.getBoundingClientRect();
    const isFree = taken.every(
      (other) => own.right < other.left || own.left > other.right || own.bottom < other.top || own.top > other.bottom,
    );
    name.classList.toggle('is-over', !isFree);
    if (isFree) taken.push(own);
  }
}

class OpenMap implements OpenedMap {
  readonly #map: LeafletMap;
  readonly #places: LayerGroup;
  readonly #words: MapWords;
  #tiles: TileLayer | undefined;
  #you: LayerGroup | undefined;

  constructor(paper: HTMLElement, shape: MapShape, words: MapWords) {
    this.#words = words;
    const box = Object.assign(document.createElement('div'), { className: 'map-box' });
    paper.classList.add('is-open');
    paper.replaceChildren(box);
    // A finger scrolls the page and two move the map; the wheel scrolls the page.
    this.#map = createMap(box, {
      zoomControl: false,
      attributionControl: false,
      scrollWheelZoom: false,
      minZoom: FARTHEST_OUT,
      maxZoom: FARTHEST_IN,
      zoomSnap: 0.5,
    });
    box.setAttribute('role', 'region');
    box.ariaLabel = words.title;
    // The library hears the key only while the map itself has the focus, not a link in the popup.
    box.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.#map.closePopup();
    });
    control.zoom({ position: 'bottomright', zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(this.#map);
    control.scale({ imperial: false }).addTo(this.#map);
    this.#look(shape.outline);
    drawShape(shape, this.#map);
    this.#places = layerGroup().addTo(this.#map);
    this.#map.on('zoomend', () => thinNames(box));
    this.showPlaces();
  }

  #look(at: LatLngExpression[]): void {
    this.#map.fitBounds(polygon(at).getBounds(), { padding: [12, 12], animate: false });
  }

  showPlaces(): void {
    this.#places.clearLayers();
    const spots: LatLngExpression[] = [];
    for (const [text, items] of placesBySpot()) {
      const spot = spotOf(text);
      if (!isPlaced(spot)) continue;
      drawSpot(items, spot, this.#words, this.#places);
      spots.push([spot.lat, spot.lon]);
    }
    thinNames(this.#map.getContainer());
    const [only] = spots;
    if (spots.length === 1 && only !== undefined)
      this.#map.setView(only, Math.min(CLOSEST, this.#map.getZoom() + 2), { animate: false });
  }

  showHere({ lon, lat }: PlacePoint): void {
    this.#you?.remove();
    const spot = circleMarker([lat, lon], { radius: 8, className: 'map-you' }).bindTooltip(this.#words.you);
    this.#you = layerGroup([spot]).addTo(this.#map);
  }

  loadTiles(address: string, credit: string, onFailure: () => void): void {
    this.#tiles?.remove();
    const tiles = tileLayer(address, { maxZoom: FARTHEST_IN });
    this.#tiles = tiles;
    let loaded = 0;
    tiles.on('tileload', () => {
      loaded += 1;
      this.#map.getContainer().classList.add('has-tiles');
    });
    tiles.once('tileerror', () => {
      if (loaded > 0) return;
      tiles.remove();
      onFailure();
    });
    tiles.addTo(this.#map);
    const line = document.createElement('span');
    line.textContent = credit;
    const attribution = control.attribution({ prefix: false });
    if (credit !== '') attribution.addAttribution(line.innerHTML).addTo(this.#map);
  }
}

/** The map's style comes with the map: a page that only shows the sketch does not fetch it. */
function loadStyles(): Promise<void> {
  return new Promise((loaded, failed) => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: styles });
    link.addEventListener('load', () => loaded());
    link.addEventListener('error', () => failed(new Error(styles)));
    document.head.append(link);
  });
}

/** Puts the map in the sketch's place. */
export async function openMap(paper: HTMLElement, shape: MapShape, words: MapWords): Promise<OpenedMap> {
  await loadStyles();
  return new OpenMap(paper, shape, words);
}
