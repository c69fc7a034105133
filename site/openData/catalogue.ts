/** The catalogue of the data sets for machines: DCAT (https://www.w3.org/TR/vocab-dcat-3/) as JSON-LD, and schema.org for search engines. */
import { wordsOf } from '#site/i18n/words.ts';
import { paths } from '#site/paths.ts';
import { settings } from '#site/snapshot.ts';
import { wholeAddress } from './address.ts';
import type { DataSet } from './dataSet.ts';
import { DATA_SETS } from './dataSets.ts';
import { dictionaryOf } from './dictionary.ts';
import { filesOf } from './files.ts';
import { FORMATS } from './formats.ts';
import { LICENCE } from './licence.ts';

/** For programs there is one catalogue, in Vietnamese as the files are. */
const WORDS = wordsOf('vi').openData;

/** Where a file of a data set is, and what it is. */
interface Distribution {
  title: string;
  address: string;
  mediaType: string;
  bytes?: number;
}

function distributionsOf({ name, title, calendar }: DataSet): Distribution[] {
  const files = filesOf(name).map(({ format, path, bytes }) => ({
    title: WORDS.download(title, FORMATS[format].label),
    address: wholeAddress(path),
    mediaType: FORMATS[format].mediaType,
    bytes,
  }));
  if (calendar === undefined) return files;
  const iCalendar = WORDS.download(title, WORDS.calendar);
  return [...files, { title: iCalendar, address: wholeAddress(calendar), mediaType: 'text/calendar' }];
}

/** The page's part on a data set: its name for machines. */
const addressOf = ({ name }: DataSet) => `${wholeAddress(paths.openData)}#${name}`;

function toDcat(set: DataSet) {
  return {
    '@type': 'dcat:Dataset',
    '@id': addressOf(set),
    'dct:identifier': set.name,
    'dct:title': set.title,
    'dct:description': set.about,
    'dct:language': 'vi',
    'dct:modified': settings().as_of,
    'dct:license': { '@id': LICENCE.url },
    'dcat:distribution': distributionsOf(set).map(({ title, address, mediaType, bytes }) => ({
      '@type': 'dcat:Distribution',
      'dct:title': title,
      'dcat:downloadURL': { '@id': address },
      'dcat:mediaType': `https://www.iana.org/assignments/media-types/${mediaType}`,
      ...(bytes === undefined ? {} : { 'dcat:byteSize': bytes }),
    })),
    so_dong: set.records().length,
    truong: dictionaryOf(set, 'vi').map(({ name, meaning, type, unit, codes, example }) => ({
      ten: name,
      nghia: meaning,
      kieu: type,
      don_vi: unit || null,
      ma: codes.length === 0 ? null : Object.fromEntries(codes.map(({ code, label }) => [code, label])),
      vi_du: example || null,
    })),
  };
}

/** `/du-lieu/danh-muc.json`. */
export function catalogueText(): string {
  const { province, office, kind, as_of } = settings();
  const catalogue = {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
    },
    '@type': 'dcat:Catalog',
    '@id': wholeAddress(paths.openData),
    'dct:title': WORDS.catalogue(province),
    'dct:description': WORDS.catalogueAbout(province),
    'dct:language': 'vi',
    'dct:publisher': { '@type': 'foaf:Agent', 'foaf:name': office },
    'dct:modified': as_of,
    'dct:license': { '@id': LICENCE.url },
    'foaf:homepage': { '@id': wholeAddress(paths.openData) },
    minh_hoa: kind === 'demonstration',
    'dcat:dataset': DATA_SETS.map(toDcat),
  };
  return `${JSON.stringify(catalogue, null, 1)}\n`;
}

/** schema.org `Dataset` of one data set, as search engines read it from a page. */
export function datasetJsonLd(set: DataSet) {
  const { office, as_of, province } = settings();
  return {
    '@type': 'Dataset',
    '@id': addressOf(set),
    name: `${set.title} – ${WORDS.catalogue(province)}`,
    description: set.about,
    url: addressOf(set),
    inLanguage: 'vi',
    isAccessibleForFree: true,
    license: LICENCE.url,
    creator: { '@type': 'GovernmentOrganization', name: office },
    dateModified: as_of,
    spatialCoverage: { '@type': 'Place', name: province },
    includedInDataCatalog: { '@type': 'DataCatalog', '@id': wholeAddress(paths.openData) },
    variableMeasured: set.columns.map(({ name, meaning }) => ({
      '@type': 'PropertyValue',
      name,
      description: meaning,
    })),
    distribution: distributionsOf(set).map(({ title, address, mediaType }) => ({
      '@type': 'DataDownload',
      name: title,
      contentUrl: address,
      encodingFormat: mediaType,
    })),
  };
}
