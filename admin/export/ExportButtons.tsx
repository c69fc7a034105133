import { useState } from 'react';
import type { CollectionName } from '#domain/nouns.ts';
import { today } from '../clock.ts';
import { presentations } from '../nouns.ts';
import type { ListState } from '../record/listQuery.ts';
import { Button } from '../ui/Button.tsx';
import { tell } from '../ui/toast.tsx';
import { allOfList } from './allOfList.ts';
import { isExportable, listSheet } from './listSheet.ts';
import { FILE_KINDS, type FileKind, saveSheet } from './saveSheets.ts';

const numbers = new Intl.NumberFormat('vi-VN');

/** The whole list as a file, with the filters in force: all its pages, what this person may see. */
export function ExportButtons({ collection, state }: { collection: CollectionName; state: ListState }) {
  const [progress, setProgress] = useState<string | null>(null);
  if (!isExportable(collection)) return null;
  const save = async (kind: FileKind) => {
    setProgress('Đang đọc…');
    try {
      const records = await allOfList(collection, state, (read, of) =>
        setProgress(`Đã đọc ${numbers.format(read)}/${numbers.format(of)}…`),
      );
      await saveSheet(listSheet(collection, records), `${presentations[collection].path}-${today()}`, kind);
      tell(`Đã tải về ${numbers.format(records.length)} bản ghi.`);
    } catch (error) {
      tell(`Chưa tải về được. ${(error as Error).message}`, false);
    } finally {
      setProgress(null);
    }
  };
  return (
    <div className="ms-auto flex flex-wrap items-center gap-2">
      {progress !== null && (
        <span className="text-ink-2 text-sm" role="status">
          {progress}
        </span>
      )}
      {Object.entries(FILE_KINDS).map(([kind, label]) => (
        <Button
          icon="paper"
          isDisabled={progress !== null}
          key={kind}
          look="quiet"
          onPress={() => save(kind as FileKind)}
        >{`Tải về ${label}`}</Button>
      ))}
    </div>
  );
}
