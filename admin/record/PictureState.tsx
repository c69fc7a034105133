import { isPicture } from '../api/media.ts';
import type { AnyRecord } from '../api/records.ts';
import { Chip } from '../ui/states.tsx';

/** Whether the worker has yet to look at the picture. */
export function isBeingPrepared(media: AnyRecord): boolean {
  return isPicture(media) && media['preparation'] === '';
}

/** Whether pages can show a picture, and if not, why. Papers are never shown and have no state. */
export function PictureState({ media }: { media: AnyRecord }) {
  if (!isPicture(media)) return null;
  if (media['preparation'] === 'ready') {
    return (
      <Chip icon="check" tone="good">
        Sẵn sàng
      </Chip>
    );
  }
  if (media['preparation'] === 'broken') {
    return (
      <Chip icon="warning" tone="bad">
        Không dùng được: {String(media['problem'])}
      </Chip>
    );
  }
  return (
    <Chip icon="waiting" tone="waiting">
      Đang chuẩn bị
    </Chip>
  );
}
