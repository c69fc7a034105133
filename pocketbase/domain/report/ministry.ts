/**
 * Table `PTNT_OCOP` of the ministry's consolidated database (QĐ 5277/QĐ-BNNMT, read second-hand: domain facts 1.13), for one year. Codes are
 * texts: they have leading zeros. The wording of `TrangThai` was not found; ours says the state in the words of the programme.
 */
import type { Product } from '#domain/product.ts';
import type { Recognition } from '#domain/recognition.ts';
import type { Day } from '#domain/rules/day.ts';
import { DEFAULT_VERDICT_SETTINGS } from '#domain/rules/verdict.ts';
import { plainHeadings, type Sheet, type SheetCell } from '#domain/sheet/sheet.ts';
import { type Standing, standingOn } from '#domain/standingOn.ts';
import { communesById } from './moment.ts';
import type { RegistryRecords } from './readRegistry.ts';

/** The table's columns, as the ministry names them. */
export const MINISTRY_COLUMNS = [
  'MA_OCOP',
  'Ma_DonViHanhChinh',
  'Ma_ThoiGian',
  'Ma_SanPham',
  'TenSanPham',
  'XepHang',
  'ChuTheSXKD',
  'DoanhThuNam',
  'TrangThai',
] as const;

const STATES = {
  inForce: 'Còn hiệu lực',
  inGrace: 'Đang gia hạn',
  expired: 'Hết hạn',
  revoked: 'Thu hồi',
  termUnknown: 'Chưa rõ thời hạn',
} as const;

/** Twelve digits before the point and two after it. */
const MOST = 999_999_999_999.99;

/** What the table says of where a product stands; null for one that holds no stars and held none. */
function toldOf({ verdict, recognition }: Standing<Recognition>): { stars: number; state: string } | null {
  if (recognition === null) return null;
  const { stars, pending_central } = recognition;
  if (pending_central && verdict.state === 'pendingCentral') return null;
  const { state } = verdict;
  const isInForce = state === 'valid' || state === 'expiresSoon' || state === 'pendingCentral';
  if (isInForce) return { stars, state: STATES.inForce };
  return state in STATES ? { stars, state: STATES[state as keyof typeof STATES] } : null;
}

/** Million đồng to two places; null where nobody stated it or it does not fit. */
function revenueOf({ yearly_revenue }: Product): number | null {
  const revenue = Math.round(yearly_revenue * 100) / 100;
  return revenue > 0 && revenue <= MOST ? revenue : null;
}

/** The table for a year: where each product stood on its last day, or stands today while the year is not over. */
export function ministrySheet(records: RegistryRecords, year: string, today: Day): Sheet {
  const on = `${year}-12-31` < today ? `${year}-12-31` : today;
  const producers = new Map(records.producers.map((each) => [each.id, each]));
  const communeOf = communesById(records.communes);
  const recognitionsOf = Map.groupBy(records.recognitions, ({ product }) => product);
  const [settings] = records.site_settings;
  const rules = { ...DEFAULT_VERDICT_SETTINGS, grace: settings?.grace ?? false };
  const products = records.products
    .filter(({ state }) => state !== 'withdrawn')
    .sort((a, b) => (`${a.product_code} ${a.name} ${a.id}` < `${b.product_code} ${b.name} ${b.id}` ? -1 : 1));
  const rows = products.flatMap((product): SheetCell[][] => {
    const told = toldOf(standingOn(recognitionsOf.get(product.id) ?? [], on, rules));
    if (told === null) return [];
    const producer = producers.get(product.producer);
    const commune = communeOf(producer?.commune ?? '');
    const stars = `${told.stars}*`;
    const place = commune?.code ?? settings?.province_code ?? null;
    const code = product.product_code;
    return [
      [product.id, place, year, code, product.name, stars, producer?.name ?? null, revenueOf(product), told.state],
    ];
  });
  return {
    name: 'PTNT_OCOP',
    headings: plainHeadings(MINISTRY_COLUMNS),
    rows,
    widths: [18, 18, 12, 24, 40, 10, 40, 18, 18],
  };
}
