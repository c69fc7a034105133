import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AnyRecord } from '../api/records.ts';
import { toRecord } from '../paths.ts';
import { navigate } from '../router.ts';
import { Button } from '../ui/Button.tsx';
import { refreshAll } from './queries.ts';
import { UploadDialog } from './UploadDialog.tsx';

/** Opens the upload; then `onDone` has the new file, or its record is opened. */
export function UploadButton({ look, onDone }: { look?: 'primary'; onDone?: (media: AnyRecord) => void }) {
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const done = async (media: AnyRecord) => {
    await refreshAll(client);
    if (onDone !== undefined) onDone(media);
    else navigate(toRecord('media', media.id));
  };
  return (
    <>
      <Button icon="add" onPress={() => setOpen(true)} {...(look ? { look } : {})}>
        Tải lên
      </Button>
      <UploadDialog isOpen={isOpen} onClose={() => setOpen(false)} onDone={done} />
    </>
  );
}
