/** How the server is, as staff should know. */
import type { HealthPart } from '#domain/rules/health.ts';
import { pocketbase } from './client.ts';
import { orFailure } from './messages.ts';

export interface ServerProblem {
  part: HealthPart;
  words: string;
}

/** What somebody must see to; nothing while all is well. */
export async function serverProblems(): Promise<ServerProblem[]> {
  const asked = pocketbase.send<{ problems: ServerProblem[] }>('/api/ocop/server', { method: 'GET' });
  return (await orFailure(asked)).problems;
}
