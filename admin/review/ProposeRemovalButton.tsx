import type { CollectionName } from '#domain/nouns.ts';
import { proposeRemoval } from '../api/proposals.ts';
import type { AnyRecord } from '../api/records.ts';
import { presentations } from '../nouns.ts';
import { NoteButton } from '../record/NoteButton.tsx';
import { SENT } from '../record/savedWords.ts';

/** Asks that a record of what is approved be deleted; it stays until an approver has looked. */
export function ProposeRemovalButton({ collection, record }: { collection: CollectionName; record: AnyRecord }) {
  return (
    <NoteButton
      icon="remove"
      label="Đề nghị xóa"
      look="quiet"
      note={{
        label: 'Lời nhắn cho người duyệt',
        hint: 'Bản ghi chỉ bị xóa khi được duyệt; đến lúc đó trang công khai không đổi.',
        isLong: true,
        isOptional: true,
      }}
      onSend={(comment) => proposeRemoval(collection, record, comment)}
      send={{ label: 'Gửi duyệt', told: SENT }}
      title={`Đề nghị xóa “${presentations[collection].title(record)}”?`}
    />
  );
}
