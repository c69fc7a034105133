/** A published province on one port: a real PocketBase with a demonstration, a real release, the admin when asked for. */
import { hanoiDay } from '#domain/rules/day.ts';
import { type DemonstrationSet, loadDemonstration } from '#scripts/demo.ts';
import { type Published, publish } from '#scripts/publish.ts';
import { buildAdmin } from '#scripts/start/admin.ts';
import { type FreshPocketBase, freshPocketBase } from './freshPocketBase.ts';

export interface ServedProvince extends FreshPocketBase {
  release: Published;
  /** Publishes what the records say now. */
  publishAgain(): Promise<Published>;
}

export interface ProvinceOptions {
  set?: DemonstrationSet;
  /** Builds and serves the admin too (half a minute more on the first run of a code version). */
  admin?: boolean;
  /** Changes records before the first publish. */
  prepare?: (pocketbase: FreshPocketBase) => Promise<void>;
  env?: Record<string, string>;
}

/** Starts, loads, publishes. Stop it in `afterAll`. */
export async function servedProvince(options: ProvinceOptions = {}): Promise<ServedProvince> {
  const pocketbase = await freshPocketBase(options.env ? { env: options.env } : {});
  try {
    const set: DemonstrationSet = options.set ?? 'bac-ninh';
    await loadDemonstration(pocketbase.superuser, set, { today: hanoiDay(Date.now()) });
    await options.prepare?.(pocketbase);
    const publishAgain = () => publish({ data: pocketbase.data, pb: pocketbase.superuser });
    const release = await publishAgain();
    if (options.admin === true) await buildAdmin(pocketbase.data);
    return { ...pocketbase, release, publishAgain };
  } catch (error) {
    await pocketbase.stop();
    throw error;
  }
}
