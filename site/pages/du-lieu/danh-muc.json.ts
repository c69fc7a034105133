import { catalogueText } from '#site/openData/catalogue.ts';

/** The catalogue of data sets for machines. */
export function GET(): Response {
  return new Response(catalogueText(), { headers: { 'content-type': 'application/json; charset=utf-8' } });
}
