/** A file that cannot be taken, said in the user's words: what it is and what to do. Caught by `readSheets`. */
export class Unreadable extends Error {}

/** Limits on what is taken, so that no file can fill the memory. */
export const LIMITS = {
  fileBytes: 50_000_000,
  rows: 100_000,
  /** What may stand above and between them besides: titles, headings, totals. */
  headingRows: 1_000,
  columns: 300,
  sheets: 250,
  /** The last row of Excel. */
  lastRow: 1_048_576,
  /** Cells that merged ranges cover together. */
  mergedCells: 3_000_000,
  cellCharacters: 32_767,
  /** All parts of a workbook together, unpacked. */
  unpackedBytes: 600_000_000,
  /** Unpacked to packed: beyond this a part larger than `suspectBytes` is a zip bomb. Real sheets stay below 60. */
  packingRatio: 250,
  suspectBytes: 5_000_000,
} as const;

const megabytes = (bytes: number) => `${Math.round(bytes / 1_000_000)} MB`;

/** The refusals, in one place so that they speak alike. */
export const REFUSALS = {
  missing: 'Không mở được tệp.',
  empty: 'Tệp trống.',
  tooLarge: `Tệp lớn quá ${megabytes(LIMITS.fileBytes)}. Hãy tách thành nhiều tệp nhỏ hơn.`,
  tooManyRows: `Tệp có hơn ${LIMITS.rows.toLocaleString('vi')} dòng. Hãy tách thành nhiều tệp.`,
  bomb: 'Tệp nén bất thường: bung ra quá lớn. Tệp bị từ chối.',
  broken: 'Tệp Excel bị hỏng, không đọc được. Hãy mở bằng Excel rồi lưu lại thành .xlsx.',
  encrypted: 'Tệp có mật khẩu. Hãy bỏ mật khẩu rồi lưu lại.',
  oldExcel: 'Đây là tệp Excel đời cũ (.xls) hoặc có mật khẩu. Hãy mở bằng Excel rồi lưu thành .xlsx không mật khẩu.',
  picture: 'Đây là ảnh, không phải bảng tính.',
  pdf: 'Đây là tệp PDF, không phải bảng tính.',
  webPage: 'Đây là trang web (HTML) mang đuôi bảng tính. Hãy mở bằng Excel rồi lưu thành .xlsx.',
  archive: 'Đây là tệp nén, không phải bảng tính. Hãy giải nén trước.',
  document: 'Đây là tệp văn bản hoặc định dạng khác, không phải bảng tính .xlsx.',
  binary: 'Tệp không phải văn bản, cũng không phải bảng tính .xlsx.',
  tooWide: 'Tệp có dòng nhiều ô bất thường. Hãy kiểm tra dấu ngăn cột, hoặc lưu lại thành .xlsx.',
  wrongEncoding: 'Tệp không đọc được theo bảng mã đã chọn. Hãy chọn bảng mã khác.',
} as const;
