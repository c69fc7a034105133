/**
 * Checks JSON-LD against schema.org's own vocabulary: read by a JSON-LD processor, so that an unknown key, a misspelt type or a
 * relative address that leads nowhere shows; then every type, property and value compared with what the vocabulary allows.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import jsonld from 'jsonld';

const SCHEMA = 'http://schema.org/';
const RDFS = 'http://www.w3.org/2000/01/rdf-schema#';
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

/** Written `property-input` at an action's property (https://schema.org/docs/actions.html); the vocabulary lists no such names. */
const ACTION_INPUTS = new Set(['query-input']);

interface Vocabulary {
  types: Set<string>;
  /** Type → its parents. */
  parents: Map<string, string[]>;
  domains: Map<string, string[]>;
  ranges: Map<string, string[]>;
  /** Enumeration members → their type, such as `Monday` → `DayOfWeek`. */
  members: Map<string, string[]>;
}

const STATEMENT = /^<([^>]*)> <([^>]*)> <([^>]*)> /;
const short = (iri: string) => (iri.startsWith(SCHEMA) ? iri.slice(SCHEMA.length) : iri);

function readVocabulary(): Vocabulary {
  const file = fileURLToPath(import.meta.resolve('@vocabulary/schema').replace(/index\.js$/, 'schema.nq'));
  const found: Record<string, Map<string, string[]>> = {};
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [, subject, predicate, object] = STATEMENT.exec(line) ?? [];
    if (subject === undefined || predicate === undefined || object === undefined) continue;
    found[predicate] ??= new Map();
    const of = found[predicate];
    of.set(short(subject), [...(of.get(short(subject)) ?? []), short(object)]);
  }
  const all = (predicate: string) => found[predicate] ?? new Map<string, string[]>();
  const kinds = all(TYPE);
  const types = [...kinds].filter(([, of]) => of.includes(`${RDFS}Class`)).map(([name]) => name);
  return {
    types: new Set(types),
    parents: all(`${RDFS}subClassOf`),
    domains: all(`${SCHEMA}domainIncludes`),
    ranges: all(`${SCHEMA}rangeIncludes`),
    members: kinds,
  };
}

let vocabulary: Vocabulary | undefined;

function known(): Vocabulary {
  vocabulary ??= readVocabulary();
  return vocabulary;
}

/** The type and everything above it. */
function lineage(type: string): Set<string> {
  const found = new Set([type]);
  for (const each of found) for (const parent of known().parents.get(each) ?? []) found.add(parent);
  return found;
}

/** What an address may be: an enumeration's member of a type that the property takes, or any where a thing may stand. */
function isReference(id: string, ranges: readonly string[]): boolean {
  if (!URL.canParse(id)) return false;
  if (!id.replace('https:', 'http:').startsWith(SCHEMA))
    return ranges.some((range) => !['Text', 'Number'].includes(range));
  const member = id.replace('https:', 'http:').slice(SCHEMA.length);
  return (known().members.get(member) ?? []).some((type) => ranges.some((range) => lineage(type).has(range)));
}

/** A plain value against the data types that a property may have; a text may stand for most things. */
function isPlainValue(value: unknown, ranges: readonly string[]): boolean {
  const isOneOf = (...names: string[]) => names.some((name) => ranges.includes(name));
  if (typeof value === 'number') return isOneOf('Number', 'Integer', 'Text');
  if (typeof value === 'boolean') return isOneOf('Boolean');
  if (typeof value !== 'string' || value.trim() === '') return false;
  if (/^https?:\/\/schema\.org\//.test(value)) return isReference(value, ranges);
  const isDay = /^\d{4}(-\d{2}(-\d{2})?)?$/.test(value);
  const isClock = /^\d{2}:\d{2}(:\d{2})?$/.test(value);
  const texts = isOneOf('Text') || ranges.some((range) => lineage(range).has('Text'));
  if (isOneOf('Date', 'DateTime') && isDay) return true;
  if (isOneOf('Time') && isClock) return true;
  return texts || (URL.canParse(value) && isOneOf('URL'));
}

type Node = Record<string, unknown>;

function problemsOfValue(property: string, value: Node, at: string): string[] {
  const ranges = known().ranges.get(property) ?? [];
  const told = (what: string) => [`${at}.${property}: ${what}, wanted ${ranges.join(' or ')}`];
  if ('@value' in value) return isPlainValue(value['@value'], ranges) ? [] : told(JSON.stringify(value['@value']));
  const types = (value['@type'] ?? []) as string[];
  if (types.length === 0 && Object.keys(value).every((key) => key === '@id'))
    return isReference(String(value['@id'] ?? ''), ranges) ? [] : told(`<${String(value['@id'])}>`);
  const fits = types.some((type) => ranges.some((range) => lineage(short(type)).has(range)));
  return [...(fits ? [] : told(types.join(' '))), ...problemsOfNode(value, `${at}.${property}.`)];
}

function problemsOfNode(node: Node, at: string): string[] {
  const types = ((node['@type'] ?? []) as string[]).map(short);
  const here = `${at}${types.join('+')}`;
  const unknown = types.filter((type) => !known().types.has(type)).map(() => `${here}: no such type`);
  if (types.length === 0) return [`${at} a thing without a type`];
  const above = new Set(types.flatMap((type) => [...lineage(type)]));
  const problems = Object.entries(node).flatMap(([key, values]) => {
    if (key.startsWith('@')) return [];
    const property = short(key);
    if (ACTION_INPUTS.has(property)) return [];
    const domains = known().domains.get(property);
    if (domains === undefined) return [`${here}: no such property ${property}`];
    if (!domains.some((domain) => above.has(domain))) return [`${here}: ${property} belongs to ${domains.join(', ')}`];
    return (values as Node[]).flatMap((value) => problemsOfValue(property, value, here));
  });
  return [...unknown, ...problems];
}

/** The context as schema.org gives it, as far as reading needs it: every name is in the vocabulary. */
const CONTEXT = { '@context': { '@vocab': SCHEMA } };

async function loadContext(address: string) {
  if (!/^https:\/\/schema\.org\/?$/.test(address)) throw new Error(`a context of somebody else: ${address}`);
  return { contextUrl: undefined, documentUrl: address, document: CONTEXT };
}

/** A thing as the processor gives it: full names, every value in a list. */
export type ReadThing = Node;

/** Reads a block of JSON-LD on a page at `base`. Throws where the processor would have to drop something. */
export async function readJsonLd(text: string, base: string): Promise<ReadThing[]> {
  const document = JSON.parse(text) as jsonld.JsonLdDocument;
  const options = { base, documentLoader: loadContext, safe: true } as jsonld.Options.Expand;
  return (await jsonld.expand(document, options)) as unknown as ReadThing[];
}

/** What the vocabulary does not allow; empty for a sound block. */
export async function schemaOrgProblems(text: string, base: string): Promise<string[]> {
  try {
    return (await readJsonLd(text, base)).flatMap((node) => problemsOfNode(node, ''));
  } catch (error) {
    return [String(error)];
  }
}

/** Texts of the data blocks of a page. */
export function jsonLdBlocks(html: string): string[] {
  return [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)].map(([, text = '']) => text);
}
