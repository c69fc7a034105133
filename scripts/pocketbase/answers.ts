const LIMIT_MS = 2_000;

/** 503 tells of a full disk or a missing backup (pb_hooks/health.js): the server that tells it is there. */
const ANSWERS = [200, 503];

/** Whether a PocketBase answers at an address, be it well or not. */
export async function answers(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(LIMIT_MS) });
    const body = (await answer.json()) as { code?: unknown };
    return ANSWERS.includes(answer.status) && body.code === answer.status;
  } catch {
    return false;
  }
}
