import { choice, file, flag, text } from './field.ts';
import { innerNoun } from './noun.ts';

/** Whether pages can show a picture; empty while its copies are being made, and for papers. */
export const PREPARATIONS = { ready: 'Sẵn sàng', broken: 'Hỏng' } as const;

/** Pictures and papers. Never changed: a new picture is a new record, so an old release keeps what it showed. */
export const media = innerNoun(
  'media',
  { label: { one: 'Tệp ảnh, giấy tờ', many: 'Ảnh và giấy tờ' }, title: 'alt', indexed: ['sha256'] },
  {
    file: file('Tệp', {
      required: true,
      mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'application/pdf'],
    }),
    alt: text('Mô tả cho người không nhìn thấy ảnh', { max: 500 }),
    alt_en: text('Mô tả (tiếng Anh)', { max: 500 }),
    credit: text('Người chụp, nguồn'),
    licence: text('Giấy phép sử dụng'),
    sha256: text('Dấu băm', { max: 64, secret: true }),
    drawn: flag('Tranh vẽ minh họa'),
    // The worker writes these two; nobody else may.
    preparation: choice('Chuẩn bị ảnh', PREPARATIONS),
    problem: text('Vì sao hỏng', { max: 200 }),
  },
);
