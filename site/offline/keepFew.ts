/** Saved things do not pile up on somebody's phone. */
import { ExpirationPlugin } from 'workbox-expiration';
import type { StrategyOptions } from 'workbox-strategies';

/** What takes part in a strategy's work. */
export type Plugin = NonNullable<StrategyOptions['plugins']>[number];

/** Forgets what was used longest ago, what is too old, and everything when the device has no room left. */
export function keepFew(limits: { maxEntries: number; maxAgeSeconds?: number }): Plugin {
  // Its type writes an undefined where the library's own plugin type has none.
  return new ExpirationPlugin({ ...limits, purgeOnQuotaError: true }) as Plugin;
}
