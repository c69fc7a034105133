import type { AnyRecord } from '../api/records.ts';
import { Icon } from '../ui/Icon.tsx';
import { shownMedia, useFileToken } from './shownMedia.ts';

/** A file in a row of a list; its words stand in the row. */
export function MediaThumbnail({ record }: { record: AnyRecord }) {
  const { src } = shownMedia(record, useFileToken(true));
  if (src === '') return <Icon name="paper" />;
  return <img alt="" className="h-9 w-12 rounded-control object-cover" loading="lazy" src={src} />;
}
