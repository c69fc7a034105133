import type { CollectionName } from '#domain/nouns.ts';
import { eraseHistory } from '../api/history.ts';
import { NoteButton } from '../record/NoteButton.tsx';

/** A person may ask to be forgotten: takes the values out of a record's history, never that and when it changed. */
export function EraseButton({ collection, record }: { collection: CollectionName; record: string }) {
  return (
    <NoteButton
      label="Xóa dữ liệu cá nhân khỏi lịch sử"
      look="quiet"
      note={{
        label: 'Ai yêu cầu, ngày nào',
        hint: 'Ghi lại cùng việc xóa, chẳng hạn: đơn ngày 20/11/2026. Không nêu tên.',
      }}
      onSend={(note) => eraseHistory(collection, record, note)}
      send={{ label: 'Xóa khỏi lịch sử', isFinal: true, told: 'Đã xóa dữ liệu cá nhân khỏi lịch sử.' }}
      title="Xóa dữ liệu cá nhân khỏi lịch sử?"
    >
      <p>
        Mọi giá trị cũ của bản ghi này bị xóa hẳn khỏi lịch sử và không khôi phục được; ai đã sửa và lúc nào thì còn.
        Với chủ thể, lịch sử liên hệ của chủ thể cũng vậy. Giá trị hiện tại không đổi: cần xóa thì sửa bản ghi trước.
      </p>
    </NoteButton>
  );
}
