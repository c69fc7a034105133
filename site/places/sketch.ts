/** A sketch of the province as plain lines: where the towns and the sales points lie towards each other. */
import { distanceKm, type PlacePoint } from '#domain/rules/place.ts';
import type { NamedPoint, ProvinceShape } from './provinceShape.ts';

/** Units of the drawing. */
const WIDTH = 400;
const EDGE = 12;
const TALLEST = 460;
const LETTER = 6.6;
const LINE = 16;
const GAP = 12;

export interface Spot {
  x: number;
  y: number;
}

export interface SketchLabel extends Spot {
  text: string;
  anchor: 'start' | 'end';
}

export interface Sketch {
  width: number;
  height: number;
  outline: string;
  towns: Spot[];
  labels: SketchLabel[];
  /** Several places on one spot are one mark with their number; `rough` where none of them is exact. */
  marks: (Spot & { count: number; rough: boolean })[];
  scale: { x: number; y: number; length: number; km: number };
}

/** What a sales point's record says of its place. */
export interface SketchedPlace {
  point: PlacePoint;
  point_approximate: boolean;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const round = (value: number) => Math.round(value * 10) / 10;

/** Degrees to drawing: small enough a land that a plain stretch by the middle's latitude does. */
function projection(outline: readonly PlacePoint[]) {
  const lons = outline.map(({ lon }) => lon);
  const lats = outline.map(({ lat }) => lat);
  const [west, east] = [Math.min(...lons), Math.max(...lons)];
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const wide = (east - west) * squeeze;
  const unit = Math.min((WIDTH - 2 * EDGE) / wide, (TALLEST - 2 * EDGE) / (north - south));
  const inset = (WIDTH - wide * unit) / 2;
  const spotOf = ({ lon, lat }: PlacePoint): Spot => ({
    x: round(inset + (lon - west) * squeeze * unit),
    y: round(EDGE + (north - lat) * unit),
  });
  const perKm = unit / (distanceKm({ lon: west, lat: south }, { lon: west, lat: north }) / (north - south));
  return { spotOf, perKm, height: Math.ceil((north - south) * unit + 2 * EDGE) };
}

const SIZES_KM = [50, 20, 10, 5, 2, 1];

function scaleBar(perKm: number, height: number): Sketch['scale'] {
  const km = SIZES_KM.find((each) => each * perKm <= WIDTH / 4) ?? 1;
  return { x: EDGE, y: height + LINE, length: round(km * perKm), km };
}

const touches = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const around = ({ x, y }: Spot, by: number): Box => ({ left: x - by, right: x + by, top: y - by, bottom: y + by });

function labelBox({ x, y, text, anchor }: SketchLabel): Box {
  const width = text.length * LETTER;
  const left = anchor === 'start' ? x : x - width;
  return { left, right: left + width, top: y - LINE * 0.8, bottom: y + LINE * 0.3 };
}

/** A name where nothing else is: beside its town, on the side that has room; otherwise none. */
function labelsOf(towns: readonly (Spot & { name: string })[], taken: Box[]): SketchLabel[] {
  const labels: SketchLabel[] = [];
  for (const { x, y, name } of towns) {
    const sides = [
      { x: x + GAP, y: y + 5, text: name, anchor: 'start' as const },
      { x: x - GAP, y: y + 5, text: name, anchor: 'end' as const },
    ];
    const free = sides.find((side) => {
      const box = labelBox(side);
      return box.left > 2 && box.right < WIDTH - 2 && !taken.some((other) => touches(box, other));
    });
    if (free === undefined) continue;
    labels.push(free);
    taken.push(labelBox(free));
  }
  return labels;
}

function marksOf(places: readonly SketchedPlace[], spotOf: (point: PlacePoint) => Spot): Sketch['marks'] {
  const groups = Map.groupBy(places, ({ point }) => `${point.lon} ${point.lat}`);
  return [...groups.values()].flatMap((those) => {
    const [first] = those;
    if (first === undefined) return [];
    const rough = those.every((place) => place.point_approximate);
    return [{ ...spotOf(first.point), count: those.length, rough }];
  });
}

/** The drawing of a shape with some places on it; null where nothing is known to draw. */
export function sketchOf({ outline, communes }: ProvinceShape, places: readonly SketchedPlace[]): Sketch | null {
  if (outline.length === 0) return null;
  const { spotOf, perKm, height } = projection(outline);
  const towns = communes.map((commune: NamedPoint) => ({ ...spotOf(commune), name: commune.name }));
  const marks = marksOf(places, spotOf);
  // Where something is sold, the town's name is wanted first.
  const isMarked = (town: Spot) => marks.some(({ x, y }) => x === town.x && y === town.y);
  const inTurn = [...towns.filter(isMarked), ...towns.filter((town) => !isMarked(town))];
  const taken = [...towns.map((town) => around(town, 4)), ...marks.map((mark) => around(mark, 9))];
  return {
    width: WIDTH,
    height: height + 2 * LINE,
    outline: `M${outline
      .map(spotOf)
      .map(({ x, y }) => `${x} ${y}`)
      .join('L')}Z`,
    towns: towns.map(({ x, y }) => ({ x, y })),
    labels: labelsOf(inTurn, taken),
    marks,
    scale: scaleBar(perKm, height),
  };
}
