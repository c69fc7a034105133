/** `/t/{code}.json`: one lot for other programs. Whoever has no stamp finds no address of it anywhere. */
import { countDeclared, type LegalItem } from '#domain/legalItems.ts';
import { correctedNames } from '#domain/lotCorrections.ts';
import type { PublicLot } from '#domain/snapshot.ts';
import { paths } from '#site/paths.ts';
import { isListed } from '#site/records/visible.ts';
import { type LotRecords, lotRecords } from '#site/trace/traceRecords.ts';
import { wholeAddress } from './address.ts';
import { LICENCE } from './licence.ts';
import { certificatesInFull, producerInFull, recognitionInFull } from './productFile.ts';
import { growingAreas } from './sets/growingAreas.ts';
import { packs } from './sets/packs.ts';
import { products } from './sets/products.ts';
import { openTurns } from './verdictTurns.ts';
import { withoutPersons } from './withoutPersons.ts';

/** Item of the Circular that holds where the producer lives or works: told on the page only. */
const ADDRESS_ITEM = 4;

const STATUS_CODES: Record<LegalItem['status'], string> = {
  given: 'da_khai_bao',
  missing: 'chua_khai_bao',
  withheld: 'khong_cong_bo',
  notApplicable: 'khong_ap_dung',
};

const orNull = (text: string) => (text === '' ? null : withoutPersons(text));

function lotFacts(lot: PublicLot) {
  return {
    so_lo: lot.lot_number,
    ngay_san_xuat: orNull(lot.produced_on),
    ngay_dong_goi: orNull(lot.packed_on),
    han_su_dung: orNull(lot.use_by),
    so_luong: lot.quantity || null,
    don_vi: orNull(lot.quantity_unit),
    vung_trong: orNull(lot.growing_area),
  };
}

/** A recall that was known when the file was made. Later ones are told by the file named in `kiem_tra`. */
function recallOf(lot: PublicLot) {
  const recalled = lot.state === 'recalled';
  return {
    da_thu_hoi: recalled,
    thong_bao_luc: recalled ? orNull(lot.recalled_at.replace(' ', 'T')) : null,
    ly_do: recalled ? orNull(lot.recall_reason) : null,
    kiem_tra: wholeAddress(paths.standing),
  };
}

/** Out of circulation before it reached anybody, as known when the file was made; null while it is in circulation. */
function withdrawalOf(lot: PublicLot) {
  if (lot.state !== 'withdrawn') return null;
  return { tu_ngay: lot.withdrawn_on, ly_do: orNull(lot.withdrawal_reason) };
}

/** What was corrected since the lot went out: day and names of the facts. */
function correctionsOf(lot: PublicLot) {
  return lot.corrected.map(({ day, fields }) => ({ ngay: day, truong: correctedNames(fields).split(', ') }));
}

function legalItemsOf({ legal }: LotRecords) {
  return {
    so_muc_da_khai_bao: countDeclared(legal),
    muc: legal.map(({ number, name, status, value }) => ({
      so: number,
      ten: name,
      tinh_trang: STATUS_CODES[status],
      noi_dung: number === ADDRESS_ITEM ? null : orNull(value),
    })),
  };
}

/** The text of a lot's file; it holds no day of publishing, so an unchanged lot gives an unchanged file. */
export function lotFile(code: string): string {
  const records = lotRecords(code, 'vi');
  const { lot, product, variant } = records;
  const content = {
    giay_phep: LICENCE.url,
    minh_hoa: records.demonstration,
    ma_truy_xuat: lot.trace_code,
    lo_ma: lot.id,
    trang: wholeAddress(paths.trace(lot.trace_code)),
    tinh_trang: openTurns(records.turns),
    thu_hoi: recallOf(lot),
    ngung_luu_hanh: withdrawalOf(lot),
    da_sua: correctionsOf(lot),
    lo: lotFacts(lot),
    san_pham: { ...products.recordOf(product), rut_khoi_danh_muc: !isListed(product) },
    quy_cach: packs.recordOf(variant),
    co_so: producerInFull(product),
    vung_trong: records.areas.map(growingAreas.recordOf),
    cong_nhan: records.recognitions.map(recognitionInFull),
    chung_nhan: certificatesInFull(product),
    muoi_muc_bat_buoc: legalItemsOf(records),
  };
  return `${JSON.stringify(content, null, 1)}\n`;
}
