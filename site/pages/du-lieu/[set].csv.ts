import type { APIRoute, GetStaticPaths } from 'astro';
import { fileAnswer, setsIn } from '#site/openData/files.ts';

export const getStaticPaths = (() => setsIn('csv')) satisfies GetStaticPaths;

/** A data set for spreadsheets. */
export const GET: APIRoute<Record<string, unknown>, { set: string }> = ({ params }) => fileAnswer(params.set, 'csv');
