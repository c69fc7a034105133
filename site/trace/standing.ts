/** Asks for what stands beside releases: lots recalled and personal data taken back since this page was made. */
import type { Standing } from '#domain/standing.ts';
import { STANDING_PATH } from '#site/fixedPaths.ts';

export interface StandingAnswer {
  /** Null when the server had none to give. */
  standing: Standing | null;
  /** The server's clock, null where the answer carries none. */
  serverMs: number | null;
}

/** Never fails: without network both are null. */
export async function askStanding(): Promise<StandingAnswer> {
  let serverMs: number | null = null;
  try {
    const answer = await fetch(STANDING_PATH, { cache: 'no-store', credentials: 'omit' });
    serverMs = Date.parse(answer.headers.get('date') || '') || null;
    return { standing: answer.ok ? ((await answer.json()) as Standing) : null, serverMs };
  } catch {
    // No network, or something in between that answers with a page of its own.
    return { standing: null, serverMs };
  }
}
