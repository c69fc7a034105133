/** What is known of the province's shape: the points of its communes and of what is in the catalogue. Nobody's borders are drawn. */
import { isPlaced, outlineAround, type PlacePoint } from '#domain/rules/place.ts';
import { isOpen, listed } from '#site/records/visible.ts';
import { all } from '#site/snapshot.ts';

/** Land around the outermost points; a commune is about so wide. */
const MARGIN_KM = 8;

export interface NamedPoint extends PlacePoint {
  name: string;
}

export interface ProvinceShape {
  outline: PlacePoint[];
  communes: NamedPoint[];
}

let shape: ProvinceShape | undefined;

/** `Phường Việt Yên` → `Việt Yên`: on a map the type is in the way. */
function bareName(name: string): string {
  return name.replace(/^(xã|phường|đặc khu)\s+/i, '');
}

/** The outline and its towns, the same for all maps of a build. */
export function provinceShape(): ProvinceShape {
  if (shape !== undefined) return shape;
  const communes = all('communes')
    .filter(({ point }) => isPlaced(point))
    .map(({ name, point }) => ({ name: bareName(name), ...point }));
  const places = listed('sales_points')
    .filter((each) => isOpen(each) && isPlaced(each.point))
    .map(({ point }) => point);
  shape = { outline: outlineAround([...communes, ...places], MARGIN_KM), communes };
  return shape;
}
