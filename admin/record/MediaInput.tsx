import { useState } from 'react';
import type { FieldProps } from '../ui/field.tsx';
import { LookupField } from '../ui/LookupField.tsx';
import { PicturesField } from '../ui/PicturesField.tsx';
import { finderFor } from './find.ts';
import { PictureState } from './PictureState.tsx';
import { useRecords } from './queries.ts';
import { shownMedia, useFileToken } from './shownMedia.ts';
import { UploadButton } from './UploadButton.tsx';

/** The ids of pictures or papers, in order; `max` of them. */
export function MediaInput({ value, onChange, max, ...field }: FieldProps<string[]> & { max: number }) {
  const [find] = useState(() => finderFor('media'));
  const records = useRecords('media', value).data ?? [];
  const token = useFileToken(value.length > 0);
  const known = new Map(
    records.map((media) => [media.id, { ...shownMedia(media, token), state: <PictureState media={media} /> }] as const),
  );
  const shown = value.map((id) => known.get(id) ?? { id, src: '', alt: 'Đang tải…', href: '' });
  const add = (id: string) => {
    if (!value.includes(id)) onChange(max === 1 ? [id] : [...value, id]);
  };
  return (
    <PicturesField {...field} onChange={(pictures) => onChange(pictures.map((each) => each.id))} value={shown}>
      {value.length < max && (
        <>
          <UploadButton onDone={(media) => add(media.id)} />
          <div className="min-w-56 flex-1">
            <LookupField
              find={find}
              isAdder
              isLabelHidden
              label={`Chọn tệp đã có: ${field.label}`}
              onChange={(option) => option !== null && add(option.id)}
              placeholder="hoặc tìm tệp đã có"
              value={null}
            />
          </div>
        </>
      )}
    </PicturesField>
  );
}
