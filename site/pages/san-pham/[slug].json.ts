import type { APIRoute, GetStaticPaths } from 'astro';
import { productFile } from '#site/openData/productFile.ts';
import { all } from '#site/snapshot.ts';

export const getStaticPaths = (() =>
  all('products').map(({ slug }) => ({ params: { slug } }))) satisfies GetStaticPaths;

/** One product for other programs. */
export const GET: APIRoute<Record<string, unknown>, { slug: string }> = ({ params }) =>
  new Response(productFile(params.slug), { headers: { 'content-type': 'application/json; charset=utf-8' } });
