import type { AnyRecord } from '../api/records.ts';
import { TextLink } from '../ui/Button.tsx';
import { PictureState } from './PictureState.tsx';
import { shownMedia, useFileToken } from './shownMedia.ts';

/** The file itself. It is never changed: a better picture is another file. */
export function MediaPanel({ record }: { record: AnyRecord }) {
  const { src, alt, href } = shownMedia(record, useFileToken(true));
  return (
    <div className="flex max-w-form flex-col items-start gap-2">
      {src !== '' && <img alt={alt} className="max-h-96 rounded-card border border-line" src={src} />}
      <PictureState media={record} />
      {record['preparation'] === 'broken' && (
        <p>
          Trang công khai hiện tranh thay cho ảnh này. Hãy chụp hoặc xuất lại ảnh, tải lên thành tệp khác rồi thay vào.
        </p>
      )}
      {href !== '' && (
        <TextLink href={href} outside>
          Mở tệp
        </TextLink>
      )}
      <p className="text-sm text-ink-2">Tệp đã tải lên thì không sửa. Cần đổi, hãy tải lên tệp khác.</p>
    </div>
  );
}
