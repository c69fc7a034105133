import { settings } from '#site/snapshot.ts';

/** A demonstration asks not to be found; else trace pages stay out (each says noindex itself) and the office's part. */
export function GET(): Response {
  const body =
    settings().kind === 'demonstration' ? 'User-agent: *\nDisallow: /\n' : 'User-agent: *\nDisallow: /quan-tri\n';
  return new Response(body);
}
