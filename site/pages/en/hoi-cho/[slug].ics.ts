import type { APIRoute } from 'astro';
import { fairEvent, fairEventPaths } from '#site/records/fairCalendar.ts';

export const getStaticPaths = fairEventPaths;

/** One fair for a calendar, in English. */
export const GET: APIRoute<Record<string, unknown>, { slug: string }> = ({ params }) => fairEvent(params.slug, 'en');
