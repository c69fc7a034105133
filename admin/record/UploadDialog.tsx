import { useEffect, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { nouns } from '#domain/nouns.ts';
import { type MediaWords, uploadMedia } from '../api/media.ts';
import { type Failure, failureOf } from '../api/messages.ts';
import type { AnyRecord } from '../api/records.ts';
import { Button } from '../ui/Button.tsx';
import { SwitchFieldRow } from '../ui/choiceFields.tsx';
import { Dialog, DialogButtons } from '../ui/Dialog.tsx';
import { Notice } from '../ui/states.tsx';
import { TextField } from '../ui/textFields.tsx';
import { TypedText, UnsavedNotice } from '../unsaved/UnsavedNotice.tsx';
import { formHere, useUnsavedValues } from '../unsaved/useUnsaved.ts';
import { shapeOfField } from './schema.ts';

const ACCEPTED = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'application/pdf'];
const EMPTY: MediaWords = { alt: '', credit: '', licence: '', drawn: false };
const words = nouns.media.schema.pick({ alt: true, credit: true, licence: true, drawn: true });

/** The picture as it will be; nothing for a paper. */
function Preview({ file }: { file: File }) {
  const [address, setAddress] = useState('');
  useEffect(() => {
    if (!file.type.startsWith('image/')) return;
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  if (address === '') return <p className="text-ink-2">{file.name}</p>;
  return <img alt="Ảnh đã chọn" className="max-h-52 rounded-control border border-line object-contain" src={address} />;
}

function messageFor(values: MediaWords, file: File | null): Readonly<Record<string, string>> {
  const messages: Record<string, string> = {};
  if (file === null) messages['file'] = 'Hãy chọn một tệp.';
  // A picture without words is nothing to a blind reader: they are asked for here, where the picture is in sight.
  if (values.alt.trim() === '') messages['alt'] = 'Cần mô tả, để người không nhìn thấy ảnh cũng biết ảnh có gì.';
  for (const issue of words.safeParse(values).error?.issues ?? []) messages[String(issue.path[0])] = issue.message;
  return messages;
}

/** Uploads one picture or paper with its words. */
export function UploadDialog({
  isOpen,
  onClose,
  onDone,
}: {
  isOpen: boolean;
  onClose: () => void;
  onDone: (media: AnyRecord) => void;
}) {
  const [file, setFile] = useState<File | null>(null);
  const [values, setValues] = useState(EMPTY);
  const [messages, setMessages] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [form] = useState(() => formHere('upload'));
  const isTyped = isOpen && Object.values(values).some((value) => value !== '' && value !== false);
  const unsaved = useUnsavedValues(form, isTyped ? { ...values } : null);
  const close = () => {
    setFile(null);
    setValues(EMPTY);
    setMessages({});
    setFailure(null);
    onClose();
  };
  const send = async () => {
    const wrong = messageFor(values, file);
    setMessages(wrong);
    if (file === null || Object.keys(wrong).length > 0) return;
    setBusy(true);
    try {
      const media = await uploadMedia(file, values);
      unsaved.forget();
      onDone(media);
      close();
    } catch (error) {
      setFailure(failureOf(error));
      setMessages(failureOf(error).fields);
    } finally {
      setBusy(false);
    }
  };
  const field = (name: 'alt' | 'credit' | 'licence') => ({
    label: shapeOfField('media', name).label,
    value: values[name],
    error: messages[name],
    onChange: (text: string) => setValues({ ...values, [name]: text }),
  });
  return (
    <Dialog isOpen={isOpen} onClose={close} title="Tải lên ảnh hoặc giấy tờ">
      <div className="flex flex-col gap-4">
        <UnsavedNotice
          onTake={(found) => setValues({ ...EMPTY, ...found.values })}
          unsaved={unsaved}
          words={(found) => (
            <TypedText>
              {[found.values['alt'], found.values['credit'], found.values['licence']].filter(Boolean).join('\n')}
            </TypedText>
          )}
        />
        {failure !== null && (
          <Notice icon="warning" tone="bad">
            {failure.message}
          </Notice>
        )}
        <div className="flex flex-col items-start gap-2">
          {file !== null && <Preview file={file} />}
          <FileTrigger acceptedFileTypes={ACCEPTED} onSelect={(files) => setFile(files?.[0] ?? null)}>
            <Button icon="picture">{file === null ? 'Chọn tệp' : 'Chọn tệp khác'}</Button>
          </FileTrigger>
          <p className="text-sm text-ink-2">JPEG, PNG, WebP, AVIF hoặc PDF, nhiều nhất 20 MB.</p>
          {messages['file'] !== undefined && (
            <p className="text-sm font-semibold text-danger" role="alert">
              {messages['file']}
            </p>
          )}
        </div>
        <TextField {...field('alt')} isRequired />
        <TextField {...field('credit')} />
        <TextField {...field('licence')} />
        <SwitchFieldRow
          label={shapeOfField('media', 'drawn').label}
          onChange={(drawn) => setValues({ ...values, drawn })}
          value={values.drawn}
        />
      </div>
      <DialogButtons>
        <Button onPress={close}>Thôi</Button>
        <Button isDisabled={isBusy} look="primary" onPress={send}>
          {isBusy ? 'Đang tải lên…' : 'Tải lên'}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
