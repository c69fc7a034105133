/** Nothing invented under the office's own address: where that is set, no demonstration is loaded, and none that is there is served. */
import type { SiteSettings } from '#domain/siteSettings.ts';
import { UsageError } from './options.ts';

const HOW =
  'Run "npm start -- --new" once, as the user that is to run the server: it asks for province and office, and makes an empty installation. ' +
  'To try the demonstration, start without OCOP_ADDRESS.';

/** Set by scripts/deploy/ocop.service. */
export const isService = (env: NodeJS.ProcessEnv = process.env): boolean => env['OCOP_SERVICE'] === '1';

/** Throws before anything is made, where an empty folder would be filled with a demonstration that nobody asked for or may see there. */
export function refuseDemonstration(address: string, isAskedFor: boolean): void {
  if (address !== '')
    throw new UsageError(`There are no records yet, and the demonstration is not loaded under ${address}. ${HOW}`);
  if (isService() && !isAskedFor)
    throw new UsageError(`There are no records yet, and a service does not load the demonstration. ${HOW}`);
}

/** Throws where the records are a demonstration's. */
export function refuseServedDemonstration(address: string, settings: SiteSettings | undefined): void {
  if (address !== '' && settings?.kind === 'demonstration')
    throw new UsageError(
      `These records are a demonstration, which is not served under ${address}. Name another folder in OCOP_DATA. ${HOW}`,
    );
}
