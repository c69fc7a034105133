/** Tells staff, on the media record itself, whether a picture can be shown. */
import type PocketBase from 'pocketbase';
import type { OfficeRecord } from '../publish/read.ts';
import type { ReadyPicture } from './store.ts';

/** Writes the state where the record does not say it yet. A record deleted meanwhile needs none. */
export async function noteState(
  pb: PocketBase,
  media: OfficeRecord<'media'>,
  state: ReadyPicture | { broken: string },
): Promise<void> {
  const broken = 'broken' in state ? state.broken : '';
  const preparation = broken === '' ? 'ready' : 'broken';
  if (media.preparation === preparation && media.problem === broken) return;
  await pb
    .collection('media')
    .update(media.id, { preparation, problem: broken }, { requestKey: null })
    .catch((error: { status?: number }) => {
      if (error.status !== 404) throw error;
    });
}
