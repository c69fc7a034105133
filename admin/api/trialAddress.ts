import { pocketbase } from './client.ts';

/** The origin that stamps carry while no public address is set: a phone in the office can open it. */
export async function trialAddress(): Promise<string> {
  try {
    const { address } = await pocketbase.send<{ address: string }>('/api/ocop/trial-address', { method: 'GET' });
    return address || window.location.origin;
  } catch {
    // Every address is as good while nothing is printed for the market.
    return window.location.origin;
  }
}
