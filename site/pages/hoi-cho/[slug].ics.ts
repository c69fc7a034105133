import type { APIRoute, GetStaticPaths } from 'astro';
import { fairEvent, isDated } from '#site/records/fairCalendar.ts';
import { all, byKey } from '#site/snapshot.ts';

export const getStaticPaths = (() =>
  all('fairs')
    .filter(isDated)
    .map(({ slug }) => ({ params: { slug } }))) satisfies GetStaticPaths;

/** One fair for a calendar. */
export const GET: APIRoute<Record<string, unknown>, { slug: string }> = ({ params }) =>
  new Response(fairEvent(byKey('fairs', params.slug), 'vi'), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  });
