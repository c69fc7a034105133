import type { APIRoute, GetStaticPaths } from 'astro';
import { producerFile } from '#site/openData/producerFile.ts';
import { all } from '#site/snapshot.ts';

export const getStaticPaths = (() =>
  all('producers').map(({ slug }) => ({ params: { slug } }))) satisfies GetStaticPaths;

/** One producer for other programs. */
export const GET: APIRoute<Record<string, unknown>, { slug: string }> = ({ params }) =>
  new Response(producerFile(params.slug), { headers: { 'content-type': 'application/json; charset=utf-8' } });
