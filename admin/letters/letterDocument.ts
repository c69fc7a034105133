/** Letters on paper, by Decree 30/2020/NĐ-CP (annex I): A4, its margins, letterhead in two columns, Times New Roman. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  type IParagraphOptions,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { DOTS, type Letter } from './letter.ts';

const mm = (count: number) => Math.round((count * 1440) / 25.4);
/** Half-points, as the format counts letters. */
const pt = (count: number) => count * 2;

const PAGE = {
  size: { width: mm(210), height: mm(297) },
  margin: { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15) },
};
const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const BORDERS = {
  top: NO_BORDER,
  bottom: NO_BORDER,
  left: NO_BORDER,
  right: NO_BORDER,
  insideHorizontal: NO_BORDER,
  insideVertical: NO_BORDER,
};
const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

type RunLook = { size: number; bold?: boolean; italics?: boolean };

function line(text: string, look: RunLook, more: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ ...more, children: [new TextRun({ ...look, text, size: pt(look.size) })] });
}

const centred = (text: string, look: RunLook) => line(text, look, { alignment: AlignmentType.CENTER });

/** The stroke below a name, drawn and not typed. */
function stroke(indentMm: number): Paragraph {
  return new Paragraph({
    indent: { left: mm(indentMm), right: mm(indentMm) },
    border: { top: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 } },
    spacing: { after: 60 },
    children: [],
  });
}

function twoColumns(left: Paragraph[], right: Paragraph[], shares: readonly [number, number]): Table {
  const cell = (children: Paragraph[], share: number) =>
    new TableCell({
      children,
      verticalAlign: VerticalAlignTable.TOP,
      width: { size: share, type: WidthType.PERCENTAGE },
      borders: { top: NO_BORDER, bottom: NO_BORDER, left: NO_BORDER, right: NO_BORDER },
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: shares.map((share) => Math.round((mm(165) * share) / 100)),
    borders: BORDERS,
    rows: [new TableRow({ children: [cell(left, shares[0]), cell(right, shares[1])] })],
  });
}

function head(letter: Letter): Table {
  const left = [
    ...(letter.parent === '' ? [] : [centred(letter.parent.toLocaleUpperCase('vi'), { size: 13 })]),
    centred(letter.office.toLocaleUpperCase('vi'), { size: 13, bold: true }),
    stroke(20),
    centred(`Số: ${DOTS}/${DOTS}`, { size: 13 }),
    centred(letter.subject, { size: 12 }),
  ];
  const right = [
    centred(NATION, { size: 13, bold: true }),
    centred(MOTTO, { size: 14, bold: true }),
    stroke(15),
    centred(letter.placeAndDay, { size: 14, italics: true }),
  ];
  return twoColumns(left, right, [42, 58]);
}

function foot(letter: Letter): Table {
  const left = [
    line('Nơi nhận:', { size: 12, bold: true, italics: true }),
    ...letter.copies.map((copy) => line(`- ${copy}`, { size: 11 })),
  ];
  const right = [centred(letter.signerTitle.toLocaleUpperCase('vi'), { size: 14, bold: true })];
  return twoColumns(left, right, [50, 50]);
}

const BODY: IParagraphOptions = {
  alignment: AlignmentType.BOTH,
  indent: { firstLine: mm(10) },
  spacing: { before: 60, after: 60, line: 276 },
};

function pageOf(letter: Letter): (Paragraph | Table)[] {
  const to = { alignment: AlignmentType.CENTER, spacing: { before: 240 } };
  return [
    head(letter),
    line(`Kính gửi: ${letter.to}`, { size: 14 }, to),
    ...(letter.toAddress === '' ? [] : [centred(`(Địa chỉ: ${letter.toAddress})`, { size: 14 })]),
    new Paragraph({ children: [], spacing: { after: 60 } }),
    ...letter.parts.map(({ text }) => line(text, { size: 14 }, BODY)),
    new Paragraph({ children: [], spacing: { before: 120 } }),
    foot(letter),
  ];
}

/** All letters in one document, each on a page of its own. */
function documentOf(letters: readonly Letter[]): Document {
  const [first] = letters;
  return new Document({
    creator: first?.office ?? '',
    title: first?.subject ?? '',
    styles: {
      default: { document: { run: { font: 'Times New Roman', size: pt(14), language: { value: 'vi-VN' } } } },
    },
    sections: letters.map((letter) => ({ properties: { page: PAGE }, children: pageOf(letter) })),
  });
}

/** The file for the browser. */
export function lettersToBlob(letters: readonly Letter[]): Promise<Blob> {
  return Packer.toBlob(documentOf(letters));
}
