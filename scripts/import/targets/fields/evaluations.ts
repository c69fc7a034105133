/** Results of an evaluation round: a row a product with a total or a column a criterion, or a row a criterion. */
import { type Field, type Fields, names } from './field.ts';
import { PRODUCTS } from './products.ts';
import { NOTES, PRODUCER } from './shared.ts';

/** Sections 1 to 5 have criteria of their own; from 6 on a section may be a criterion itself. */
const SECTIONS = 20;
const IN_SECTION = 9;
const FIRST_BARE = 6;

/** The field under which a criterion's points stand: `c1_1` for 1.1. */
export const criterionField = (code: string) => `c${code.replace('.', '_')}`;

function codes(): string[] {
  const sections = Array.from({ length: SECTIONS }, (_, index) => index + 1);
  return sections.flatMap((section) => [
    ...(section >= FIRST_BARE ? [String(section)] : []),
    ...Array.from({ length: IN_SECTION }, (_, index) => `${section}.${index + 1}`),
  ]);
}

/** Every code that a criterion may have. */
export const CRITERION_CODES: readonly string[] = codes();

const CRITERIA: Fields = Object.fromEntries(
  CRITERION_CODES.map((code): [string, Field] => [
    criterionField(code),
    { label: `Tiêu chí ${code}`, looks: 'score', names: [] },
  ]),
);

const CODE = /^(?:tiêu chí|tc|mục)?\s*(?:[ABC]\s*[.\-–]\s*)?(\d{1,2}(?:[.,]\d{1,2})?)(?:[.):](?=\s|$)|(?=\s|$))/iu;

/** The code of a criterion with which a text begins: `1.1`, `Tiêu chí 1.1`, `A.1.1. Nguồn gốc`; empty where none does. */
export function criterionCode(text: string): string {
  const code = CODE.exec(text.normalize('NFC').trim())?.[1]?.replace(',', '.') ?? '';
  return CRITERION_CODES.includes(code) ? code : '';
}

/** The field of a criterion's column by its heading; nothing for any other heading. */
export function criterionOfHeading(heading: string): { field: string; definition: Field } | null {
  const code = criterionCode(heading);
  const definition = code === '' ? undefined : CRITERIA[criterionField(code)];
  return definition === undefined ? null : { field: criterionField(code), definition };
}

/** The sheet of the scoring software, or the council's own table. */
export const EVALUATIONS: Fields = {
  of_round: {
    label: 'Đợt đánh giá',
    looks: 'any',
    names: names('dot tendot dotdanhgia kydanhgia dotphanhang dotchamdiem'),
  },
  product_name: PRODUCTS.product_name,
  producer: PRODUCER.producer,
  product_code: PRODUCTS.product_code,
  criteria_set: {
    label: 'Bộ sản phẩm',
    looks: 'any',
    names: names('bosanpham bo boso bosp botieuchi sobosanpham phannhom nhomsanpham nhom'),
  },
  case: {
    label: 'Trường hợp',
    looks: 'text',
    names: names('truonghop loaidanhgia hinhthucdanhgia truonghopdanhgia hinhthucdangky'),
  },
  total: {
    label: 'Tổng điểm',
    looks: 'score',
    names: names(
      'tongdiem tongsodiem diem sodiem diemtrungbinh diemtrungbinhcong diemdanhgia ketquadiem tongcong tong diemtongket diemhoidong score',
    ),
  },
  stars: {
    label: 'Xếp sao',
    looks: 'stars',
    names: names('sao sosao hangsao xephang phanhang xeploai xepsao ketqua ketquaphanhang hang stars'),
  },
  criterion: { label: 'Mã tiêu chí', looks: 'any', names: names('matieuchi tieuchi matc sotieuchi') },
  points: {
    label: 'Điểm của tiêu chí',
    looks: 'score',
    names: names('diemtieuchi diemdat diemdatduoc diemcham diemchotieuchi diemcuatieuchi'),
  },
  note: NOTES.note,
  ...CRITERIA,
};
