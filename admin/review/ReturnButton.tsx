import { refuseProposal } from '../api/proposals.ts';
import { NoteButton } from '../record/NoteButton.tsx';

/** Sends a proposal back to its author, with what is to be mended. */
export function ReturnButton({ id }: { id: string }) {
  return (
    <NoteButton
      label="Trả lại"
      note={{ label: 'Cần sửa gì', hint: 'Người gửi đọc được câu này.', isLong: true }}
      onSend={(note) => refuseProposal(id, note)}
      send={{ label: 'Trả lại', told: 'Đã trả lại người gửi.' }}
      title="Trả lại người gửi"
    />
  );
}
