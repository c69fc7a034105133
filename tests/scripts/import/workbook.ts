import { deflateRawSync } from 'node:zlib';
import { storedZip } from '../storedZip.ts';

const RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface WorkbookParts {
  /** What stands between `<worksheet>` and its end. */
  sheet: string;
  strings?: readonly string[];
  /** Number formats of the cell styles, in order; built-in ones by number. */
  formats?: readonly (string | number)[];
  workbook?: string;
}

/** A workbook of one sheet from raw XML, for what no honest program would write. */
export function rawWorkbook({ sheet, strings = [], formats = [0], workbook = '' }: WorkbookParts): Buffer {
  const custom = formats.flatMap((format, index) =>
    typeof format === 'string' ? `<numFmt numFmtId="${200 + index}" formatCode="${format}"/>` : [],
  );
  const styles = formats.map(
    (format, index) => `<xf numFmtId="${typeof format === 'string' ? 200 + index : format}"/>`,
  );
  return storedZip({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${OFFICE}">${workbook}<sheets><sheet name="Danh sach" sheetId="1" r:id="rId7"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${RELATIONS}<Relationship Id="rId7" Target="worksheets/any.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst ${MAIN}>${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet ${MAIN}><numFmts>${custom.join('')}</numFmts><cellXfs>${styles.join('')}</cellXfs></styleSheet>`,
    'xl/worksheets/any.xml': `<worksheet ${MAIN}>${sheet}</worksheet>`,
  });
}

/** Rows of inline text as a sheet's XML. */
export function inlineRows(rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]) => row.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('');
  return `<sheetData>${rows.map((row, index) => `<row r="${index + 1}">${cells(row)}</row>`).join('')}</sheetData>`;
}

/** A workbook of some kilobytes that unpacks to 20 MB. */
export function zipBomb(): Buffer {
  const zip = storedZip({ 'xl/workbook.xml': 'x'.repeat(40) });
  const packed = deflateRawSync(Buffer.alloc(20_000_000));
  const name = Buffer.from('xl/worksheets/sheet1.xml');
  const local = Buffer.alloc(30);
  local.write('PK\x03\x04', 'latin1');
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(20_000_000, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.concat([
    Buffer.from('PK\x01\x02\x14\x00', 'latin1'),
    local.subarray(4, 30),
    Buffer.alloc(14),
    name,
  ]);
  const end = Buffer.from(zip.subarray(zip.length - 22));
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, entry, end]);
}
