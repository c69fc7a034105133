/** Notice letters: their words, and what a word processor finds in the file. */
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import yauzl from 'yauzl';
import { dayInWords } from '#admin/letters/dayInWords.ts';
import { DOTS, type LetterFacts, letterOf } from '#admin/letters/letter.ts';
import { lettersToBlob } from '#admin/letters/letterDocument.ts';
import { getsLetter, letterFacts } from '#admin/letters/letterFacts.ts';
import { dueRows } from '#admin/worklist/dueRows.ts';
import { workItem } from '#admin/worklist/work.ts';
import { KEPT } from '../support/hostile.ts';

const facts: LetterFacts = {
  stage: 'dueToFile',
  office: {
    name: 'Văn phòng OCOP minh họa',
    parent: 'Sở Minh họa',
    place: 'Bắc Ninh',
    phone: '0222 000 0001',
    email: 'ocop@minh-hoa.example',
    address: 'Số 1 đường Minh Họa',
    signerTitle: 'Chánh Văn phòng',
  },
  product: 'Mật ong hoa vải Minh Họa',
  stars: 4,
  isTourism: false,
  decision: { number: '715/QĐ-UBND', decidedOn: '2024-05-02', authority: 'province', authorityName: 'UBND tỉnh' },
  producer: { name: 'HTX Minh Họa 1', address: 'Bản Minh Họa', commune: 'Xã Yên Thế' },
  firstEnd: '2027-05-02',
  lastDay: '2027-05-02',
  opens: '2026-11-03',
  closes: '2027-01-02',
  refiledOn: '',
  graceUntil: '',
  year: '2026',
};
const wordsOf = (change: Partial<LetterFacts> = {}) =>
  letterOf({ ...facts, ...change })
    .parts.map(({ text }) => text)
    .join('\n');

describe('days in words', () => {
  it.each([
    ['2026-03-05', 'ngày 05 tháng 3 năm 2026'],
    ['2026-02-28', 'ngày 28 tháng 02 năm 2026'],
    ['2026-12', 'tháng 12 năm 2026'],
    ['2026', 'năm 2026'],
  ])('%s', (day, words) => expect(dayInWords(day)).toBe(words));
});

describe('a letter', () => {
  it('names product, stars, decision, term and window by day, and what to file where', () => {
    expect(wordsOf()).toBe(
      [
        'Sản phẩm “Mật ong hoa vải Minh Họa” của HTX Minh Họa 1 được công nhận đạt 4 sao theo Quyết định số 715/QĐ-UBND ngày 02 tháng 5 năm 2024 của UBND tỉnh. Giấy chứng nhận có giá trị đến hết ngày 02 tháng 5 năm 2027.',
        'Theo điểm a khoản 6 Điều 7 Quyết định số 26/2026/QĐ-TTg ngày 22 tháng 5 năm 2026 của Thủ tướng Chính phủ, hồ sơ đánh giá lại nộp sớm nhất 180 ngày và muộn nhất 120 ngày trước khi giấy chứng nhận hết hạn. Đối với sản phẩm này, thời gian nộp hồ sơ là từ ngày 03 tháng 11 năm 2026 đến hết ngày 02 tháng 01 năm 2027.',
        'Hồ sơ gồm 01 bản giấy và 01 bản điện tử (dữ liệu nộp trên phần mềm chấm điểm được tính là bản giấy), nộp tại UBND xã Yên Thế:',
        '- Đăng ký theo Mẫu số 01, ghi trường hợp “đánh giá lại” (ghi “nâng hạng” nếu đề nghị số sao cao hơn);',
        '- Tự đánh giá theo Mẫu số 02;',
        '- Tài liệu minh chứng: đăng ký kinh doanh; giấy chứng nhận cơ sở; nguồn gốc nguyên liệu; môi trường; lao động; sở hữu trí tuệ; hợp đồng tiêu thụ và hoạt động quảng bá; câu chuyện sản phẩm; công bố chất lượng, phiếu kiểm nghiệm; mã vạch và tem truy xuất; hệ thống quản lý chất lượng; giải thưởng (nếu có);',
        '- 05 mẫu sản phẩm.',
        'Sau ngày 02 tháng 5 năm 2027, nếu sản phẩm chưa được công nhận lại, đề nghị Quý chủ thể không in, không gắn sao OCOP trên sản phẩm, bao bì và tài liệu quảng bá cho đến khi được công nhận lại.',
        'Đầu mối liên hệ: Văn phòng OCOP minh họa, địa chỉ Số 1 đường Minh Họa, điện thoại 0222 000 0001, thư điện tử ocop@minh-hoa.example.',
        'Văn phòng OCOP minh họa trân trọng thông báo để Quý chủ thể biết và thực hiện./.',
      ].join('\n'),
    );
  });

  it('invents no number, day or authority: what is not known is left to be filled in', () => {
    const letter = letterOf({ ...facts, decision: { number: '', decidedOn: '', authority: '', authorityName: '' } });
    expect(letter.parts[0]?.text).toContain(`theo Quyết định số ${DOTS} ngày ${DOTS} của ${DOTS}.`);
    expect(letter.placeAndDay).toBe(`Bắc Ninh, ngày ${DOTS} tháng ${DOTS} năm 2026`);
  });

  it('asks for no samples of a journey, and tells who gives five stars', () => {
    expect(wordsOf({ isTourism: true })).not.toContain('05 mẫu');
    expect(wordsOf({ stars: 5 })).toContain('được trình Bộ Nông nghiệp và Môi trường');
    expect(wordsOf({ stars: 5 })).not.toContain('nâng hạng');
  });

  it('speaks of grace only where the office applies it', () => {
    expect(wordsOf({ stage: 'late' })).not.toContain('Điều 12');
    const late = wordsOf({ stage: 'late', graceUntil: '2027-10-29' });
    expect(late).toContain('chậm nhất đến hết ngày 29 tháng 10 năm 2027');
    expect(late).toContain('Thời gian nộp hồ sơ nêu trên đã qua');
    const waiting = wordsOf({ stage: 'inGrace', refiledOn: '2026-12-01', graceUntil: '2027-10-29' });
    expect(waiting).toContain('Hồ sơ đánh giá lại của sản phẩm đã nộp ngày 01 tháng 12 năm 2026');
    expect(waiting).not.toContain('Mẫu số 01');
  });

  it('tells that a certificate has ended, and the way back', () => {
    const ended = wordsOf({ stage: 'ended' });
    expect(ended).toContain('Giấy chứng nhận đã hết hạn sau ngày 02 tháng 5 năm 2027.');
    expect(ended).toContain('không gắn sao OCOP');
    expect(ended).toContain('Mẫu số 01');
    expect(letterOf({ ...facts, stage: 'ended' }).subject).toBe('V/v giấy chứng nhận sản phẩm OCOP đã hết hạn');
  });

  it('tells both bounds where no source gives the day', () => {
    expect(wordsOf({ firstEnd: '2027-01-01', lastDay: '2027-12-31' })).toContain(
      'trong khoảng từ ngày 01 tháng 01 năm 2027 đến ngày 31 tháng 12 năm 2027',
    );
  });

  it('comes from a row of the worklist with its records; a filed dossier gets none', () => {
    const bare = { created: '', updated: '' };
    const producer = { id: 'maker', ...bare, name: 'HTX Minh Họa 1' };
    const product = { id: 'honey', ...bare, name: 'Mật ong', criteria_set: 26, expand: { producer } };
    const certificate = { id: 'c', ...bare, issued_on: '', expires_on: '2027-05-02', refiled_on: '', stars: 3 };
    const settings = {
      office: 'Văn phòng',
      office_parent: '',
      office_phone: '',
      office_email: '',
      office_address: '',
      letter_place: '',
      signer_title: '',
      province: 'Bắc Ninh',
    };
    const contacts = new Map([['maker', { id: 'x', ...bare, address_as_printed: 'Thôn Minh Họa' }]]);
    const of = (change: object) => {
      const [row] = dueRows([{ ...certificate, ...change, expand: { product } }], '2026-12-01', false);
      if (row === undefined) throw new Error('not due');
      return workItem(row, contacts);
    };
    const item = of({});
    expect(getsLetter(item)).toBe(true);
    expect(getsLetter(of({ refiled_on: '2026-11-20' }))).toBe(false);
    expect(letterFacts(item, settings, '2026-12-01')).toMatchObject({
      stage: 'dueToFile',
      product: 'Mật ong',
      stars: 3,
      isTourism: true,
      producer: { name: 'HTX Minh Họa 1', address: 'Thôn Minh Họa', commune: '' },
      office: { place: 'Bắc Ninh' },
      opens: '2026-11-03',
      closes: '2027-01-02',
      year: '2026',
    });
  });
});

interface Opened {
  /** The words of each paragraph, cells of tables included, in order. */
  paragraphs: string[];
  sections: number;
  fonts: Set<string>;
  page: Record<string, string>;
}

function partOf(archive: Buffer, name: string): Promise<string> {
  return new Promise((done, failed) => {
    yauzl.fromBuffer(archive, { lazyEntries: true }, (error, zip) => {
      if (error) return failed(error);
      zip.on('entry', (entry) => {
        if (entry.fileName !== name) return zip.readEntry();
        zip.openReadStream(entry, (problem, stream) => {
          if (problem) return failed(problem);
          const chunks: Buffer[] = [];
          stream.on('data', (chunk) => chunks.push(chunk));
          stream.on('end', () => done(Buffer.concat(chunks).toString()));
        });
      });
      zip.on('end', () => failed(new Error(`no ${name}`)));
      zip.readEntry();
    });
  });
}

/** Reads the file as a word processor does. */
async function open(blob: Blob): Promise<Opened> {
  const archive = Buffer.from(await blob.arrayBuffer());
  const opened: Opened = { paragraphs: [], sections: 0, fonts: new Set(), page: {} };
  const parser = new SaxesParser();
  let inText = false;
  parser.on('opentag', ({ name, attributes }) => {
    const of = attributes as Record<string, string>;
    if (name === 'w:p') opened.paragraphs.push('');
    if (name === 'w:sectPr') opened.sections += 1;
    if (name === 'w:pgSz' || name === 'w:pgMar') Object.assign(opened.page, of);
    inText = name === 'w:t';
  });
  parser.on('text', (text) => {
    if (inText) opened.paragraphs[opened.paragraphs.length - 1] += text;
  });
  parser.on('closetag', () => {
    inText = false;
  });
  parser.write(await partOf(archive, 'word/document.xml')).close();
  for (const [, font] of (await partOf(archive, 'word/styles.xml')).matchAll(/w:ascii="([^"]+)"/g))
    opened.fonts.add(font ?? '');
  return opened;
}

describe('the file', () => {
  it('is an official letter on A4: letterhead, addressee, body, signature, copies', async () => {
    const { paragraphs, sections, fonts, page } = await open(await lettersToBlob([letterOf(facts)]));
    expect(paragraphs.filter((text) => text !== '')).toEqual([
      'SỞ MINH HỌA',
      'VĂN PHÒNG OCOP MINH HỌA',
      `Số: ${DOTS}/${DOTS}`,
      'V/v nộp hồ sơ đánh giá lại sản phẩm OCOP',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      `Bắc Ninh, ngày ${DOTS} tháng ${DOTS} năm 2026`,
      'Kính gửi: HTX Minh Họa 1',
      '(Địa chỉ: Bản Minh Họa)',
      ...wordsOf().split('\n'),
      'Nơi nhận:',
      '- Như trên;',
      '- UBND xã Yên Thế (để phối hợp);',
      '- Lưu: VT.',
      'CHÁNH VĂN PHÒNG',
    ]);
    expect(sections).toBe(1);
    expect([...fonts]).toEqual(['Times New Roman']);
    // 210 × 297 mm; 30 mm at the left, 15 at the right, 20 above and below, in twentieths of a point.
    expect(page).toMatchObject({ 'w:w': '11906', 'w:h': '16838', 'w:left': '1701', 'w:right': '850', 'w:top': '1134' });
  });

  it('holds many letters, each on a page of its own', async () => {
    const letters = Array.from({ length: 139 }, (_, at) => letterOf({ ...facts, product: `Sản phẩm số ${at}` }));
    const { paragraphs, sections } = await open(await lettersToBlob(letters));
    expect(sections).toBe(139);
    for (const at of [0, 77, 138]) expect(paragraphs.join('\n')).toContain(`“Sản phẩm số ${at}”`);
  });

  it('carries whatever a name holds as text', async () => {
    for (const { name, text } of KEPT) {
      const letter = letterOf({ ...facts, product: text, producer: { ...facts.producer, name: text } });
      const { paragraphs } = await open(await lettersToBlob([letter]));
      expect(paragraphs, name).toContain(`Kính gửi: ${text.replace(/\r\n?/g, '\n')}`);
    }
  });
});
