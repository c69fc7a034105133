import type { APIRoute, GetStaticPaths } from 'astro';
import { sitemaps } from '#site/sitemaps/sitemaps.ts';

export const getStaticPaths = (() =>
  sitemaps().map(({ name, text }) => ({ params: { sitemap: name }, props: { text } }))) satisfies GetStaticPaths;

/** The sitemaps, named by robots.txt. */
export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'text/xml; charset=utf-8' } });
