import { type ReactNode, useId } from 'react';
import { Group } from 'react-aria-components';
import { IconButton } from './Button.tsx';
import { type FieldProps, GroupNotes } from './field.tsx';
import { Icon } from './Icon.tsx';

/** A picture or paper as it is shown: `src` empty for what is no picture. */
export interface Shown {
  id: string;
  src: string;
  alt: string;
  href: string;
  /** What else is to be known of it. */
  state?: ReactNode;
}

interface PicturesFieldProps extends FieldProps<Shown[]> {
  /** The buttons that add. */
  children?: ReactNode;
}

function Thumbnail({ picture }: { picture: Shown }) {
  if (picture.src === '') {
    return (
      <a
        className="grid aspect-[4/3] place-items-center bg-paper-2 text-ink-2"
        href={picture.href}
        target="_blank"
        rel="noreferrer"
      >
        <Icon name="paper" size={32} />
        <span className="sr-only">Mở tệp {picture.alt}</span>
      </a>
    );
  }
  // Its words stand below it: said once is enough.
  return <img alt="" className="aspect-[4/3] w-full object-cover" src={picture.src} />;
}

/** Pictures in order, the first one foremost; moved and taken out by buttons, so by keyboard as well. */
export function PicturesField({
  label,
  value,
  onChange,
  hint,
  error,
  isDisabled = false,
  children,
}: PicturesFieldProps) {
  const notesId = useId();
  const move = (from: number, to: number) => {
    const next = [...value];
    next.splice(to, 0, ...next.splice(from, 1));
    onChange(next);
  };
  return (
    <Group aria-describedby={notesId} aria-label={label} className="flex flex-col gap-2">
      <p className="font-semibold">{label}</p>
      {value.length > 0 && (
        <ol className="grid grid-cols-2 gap-3 tablet:grid-cols-3">
          {value.map((picture, at) => (
            <li className="card overflow-hidden" key={picture.id}>
              <Thumbnail picture={picture} />
              <p className="line-clamp-2 px-3 pt-2 text-sm">{picture.alt || 'Chưa có mô tả'}</p>
              {picture.state !== undefined && <p className="px-3 pt-1 text-sm">{picture.state}</p>}
              {!isDisabled && (
                <div className="flex justify-end">
                  <IconButton
                    icon="back"
                    isDisabled={at === 0}
                    label={`Đưa ảnh ${at + 1} lên trước`}
                    onPress={() => move(at, at - 1)}
                  />
                  <IconButton
                    icon="forward"
                    isDisabled={at === value.length - 1}
                    label={`Đưa ảnh ${at + 1} ra sau`}
                    onPress={() => move(at, at + 1)}
                  />
                  <IconButton
                    icon="remove"
                    label={`Bỏ ảnh ${at + 1}`}
                    onPress={() => onChange(value.filter((each) => each !== picture))}
                  />
                </div>
              )}
            </li>
          ))}
        </ol>
      )}
      {!isDisabled && <div className="flex flex-wrap gap-2">{children}</div>}
      <GroupNotes error={error} hint={hint} id={notesId} />
    </Group>
  );
}
