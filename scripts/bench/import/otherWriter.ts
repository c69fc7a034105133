import type PocketBase from 'pocketbase';

/** Somebody who saves a record again and again meanwhile. */
export interface OtherWriter {
  /** Ends; the longest save in milliseconds and how many failed. */
  end(): Promise<{ longestMs: number; saves: number; failed: number }>;
}

const PAUSE_MS = 50;

/** Starts writing one fair over and over, and notes how long each save takes. */
export function startOtherWriter(pb: PocketBase): OtherWriter {
  let isOn = true;
  let longestMs = 0;
  let saves = 0;
  let failed = 0;
  const write = async () => {
    const fairs = pb.collection('fairs');
    const { id } = await fairs.create({ name: 'Người ghi khác', slug: 'nguoi-ghi-khac', kind: 'fair', state: 'draft' });
    while (isOn) {
      const start = performance.now();
      await fairs.update(id, { note: `lần ${saves}` }).catch(() => {
        failed += 1;
      });
      saves += 1;
      longestMs = Math.max(longestMs, performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    await fairs.delete(id);
  };
  const done = write();
  return {
    end: async () => {
      isOn = false;
      await done;
      return { longestMs, saves, failed };
    },
  };
}
