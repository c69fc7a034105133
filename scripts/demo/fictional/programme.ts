import { idOf, type Plan } from '../plan.ts';
import type { Fictional } from './fixtures.ts';
import { inCommune, type Setting, SHOWN, standingIn } from './setting.ts';

const producerIds = (keys: readonly string[]) => keys.map((key) => idOf('producers', key));
const productIds = (keys: readonly string[] = []) => keys.map((key) => idOf('products', key));

/** The id of a fictional growing area. */
export function areaId(key: string): string {
  return idOf('growing_areas', key);
}

/** Growing areas and packing houses: of cooperatives, of a household that agreed to be named, of one that did not. */
export function growingAreasPlan({ fictional, communeAt }: Setting): Plan {
  const areas = fictional['growing-areas'].map(({ key, place, producers, products, certificates = [], ...fields }) => ({
    ...fields,
    id: areaId(key),
    ...standingIn(communeAt(place)),
    producers: producerIds(producers),
    products: productIds(products),
    certificates: certificates.map((each) => idOf('certificates', each)),
    ...SHOWN,
  }));
  return { growing_areas: areas };
}

function supportRecord({ place, producer, product, ...fields }: Fictional['supports'][number], setting: Setting) {
  return {
    ...fields,
    id: idOf('supports', `${fields.name} ${fields.source}`),
    producer: producer === undefined ? '' : idOf('producers', producer),
    product: product === undefined ? '' : idOf('products', product),
    commune: place === undefined ? '' : setting.communeAt(place).id,
    demonstration: true,
  };
}

/** What the programme gave and taught. */
export function supportsPlan(setting: Setting): Plan {
  const { fictional, communeAt } = setting;
  const trainings = fictional.trainings.map(({ place, place_text, producers, ...fields }) => ({
    ...fields,
    id: idOf('trainings', fields.name ?? ''),
    place: inCommune(place_text, communeAt(place)),
    commune: communeAt(place).id,
    producers: producerIds(producers),
    demonstration: true,
  }));
  return { supports: fictional.supports.map((support) => supportRecord(support, setting)), trainings };
}
