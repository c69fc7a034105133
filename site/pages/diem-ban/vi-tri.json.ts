import type { APIRoute } from 'astro';
import { placeRows } from '#site/records/placeList.ts';

export const GET: APIRoute = () => new Response(JSON.stringify(placeRows()));
