/** A published province on one port: a real PocketBase with a demonstration, a real release, the admin when asked for. */
import type { DemonstrationSet } from '#scripts/demo.ts';
import { type Published, publish } from '#scripts/publish.ts';
import { buildAdmin } from '#scripts/start/admin.ts';
import { demonstrated } from './demonstrated.ts';
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
  const beginning = demonstrated(options.set ?? 'bac-ninh');
  const pocketbase = await freshPocketBase(options.env ? { beginning, env: options.env } : { beginning });
  try {
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
