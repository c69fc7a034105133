import { searchRows } from '#site/records/searchRows.ts';

/** What search and catalogue are made of in the browser. */
export function GET(): Response {
  return new Response(JSON.stringify(searchRows('en')), { headers: { 'content-type': 'application/json' } });
}
