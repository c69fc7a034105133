/** Things of schema.org (https://schema.org/docs/full.html) as JSON-LD. What is not known is left out, never said to be empty. */

type Value = string | number | boolean | Thing | readonly Value[];

/** A thing; `@id` alone is a reference to one that another page describes. */
export interface Thing {
  readonly [property: string]: Value;
}

function isKnown(value: unknown): value is Value {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== '';
}

/** A thing of a type with those of its properties that are known. */
export function thing(type: string, properties: Readonly<Record<string, Value | undefined>>): Thing {
  const known = Object.entries(properties).filter(([, value]) => isKnown(value)) as [string, Value][];
  return { '@type': type, ...Object.fromEntries(known) };
}

/** The text of a data block: one graph, in which no text can end the block. */
export function graphText(things: readonly Thing[]): string {
  const graph = { '@context': 'https://schema.org', '@graph': things };
  return JSON.stringify(graph).replaceAll('<', '\\u003c');
}
