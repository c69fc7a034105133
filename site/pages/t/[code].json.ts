import type { APIRoute, GetStaticPaths } from 'astro';
import { lotFile } from '#site/openData/lotFile.ts';
import { all } from '#site/snapshot.ts';

export const getStaticPaths = (() =>
  all('lots')
    .filter(({ trace_code }) => trace_code !== '')
    .map(({ trace_code }) => ({ params: { code: trace_code } }))) satisfies GetStaticPaths;

/** One lot for other programs. */
export const GET: APIRoute<Record<string, unknown>, { code: string }> = ({ params }) =>
  new Response(lotFile(params.code), { headers: { 'content-type': 'application/json; charset=utf-8' } });
