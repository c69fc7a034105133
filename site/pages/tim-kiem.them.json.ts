import { catalogueMore } from '#site/records/catalogueMore.ts';

/** Pictures, papers and shops of the products, in the order of tim-kiem.json. */
export function GET(): Response {
  return new Response(JSON.stringify(catalogueMore()), { headers: { 'content-type': 'application/json' } });
}
