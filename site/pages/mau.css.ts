import { identityStyles } from '#site/records/identity.ts';

/** The province's own colours, laid over those of tokens.css; linked only where it has chosen any. */
export function GET(): Response {
  return new Response(identityStyles(), { headers: { 'content-type': 'text/css; charset=utf-8' } });
}
