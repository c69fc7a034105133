/** The files of `/du-lieu`: each written once for its own address and for the sizes that the page tells. */
import { paths } from '#site/paths.ts';
import { DATA_SETS } from './dataSets.ts';
import { FORMATS, type Format, formatsOf } from './formats.ts';

const texts = new Map<string, string>();

function existing(name: string) {
  const set = DATA_SETS.find((each) => each.name === name);
  if (set === undefined) throw new Error(`There is no data set "${name}".`);
  return set;
}

/** The text of a file by data set and format. */
export function fileText(name: string, format: Format): string {
  const key = `${name}.${format}`;
  const text = texts.get(key) ?? FORMATS[format].write(existing(name));
  texts.set(key, text);
  return text;
}

/** The files of one data set, with their addresses and sizes in bytes. */
export function filesOf(name: string): { format: Format; path: string; bytes: number }[] {
  return formatsOf(existing(name)).map((format) => ({
    format,
    path: paths.openDataFile(`${name}.${format}`),
    bytes: Buffer.byteLength(fileText(name, format)),
  }));
}

/** Parameters of the routes of one format. */
export function setsIn(format: Format): { params: { set: string } }[] {
  return DATA_SETS.filter((set) => formatsOf(set).includes(format)).map(({ name }) => ({ params: { set: name } }));
}

/** A file as a route answers with it. */
export function fileAnswer(name: string, format: Format): Response {
  const type = `${FORMATS[format].mediaType}; charset=utf-8`;
  return new Response(fileText(name, format), { headers: { 'content-type': type } });
}
