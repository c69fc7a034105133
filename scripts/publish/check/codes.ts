import type { Problem } from '#domain/release.ts';
import { isDemonstrationGtin, isGln, isGtin } from '#domain/rules/gs1.ts';
import { isTraceCode } from '#domain/rules/traceCode.ts';
import { type CheckContext, problemAt } from './context.ts';

const GTIN = 'Mã vạch (GTIN) sai chữ số kiểm tra. Hãy so lại với mã in trên bao bì.';
const GLN = 'Mã địa điểm (GLN) sai chữ số kiểm tra. Hãy so lại với giấy cấp mã.';
const TRACE = 'Mã truy xuất gõ chưa đúng, tem mang mã này sẽ bị báo sai.';
const PRETENDED = 'Mã vạch bắt đầu bằng 952 chỉ dùng để minh họa, không phải mã của một hàng hóa thật.';

/** Codes that carry a check digit or sign have the right one. */
export function checkCodes({ office, selection }: CheckContext): Problem[] {
  const problems: Problem[] = [];
  const fictional = new Set(selection.products.filter((each) => each.demonstration).map((each) => each.id));
  for (const variant of selection.pack_variants) {
    if (variant.gtin === '') continue;
    if (!isGtin(variant.gtin)) problems.push(problemAt(office, 'error', 'pack_variants', variant, 'gtin', GTIN));
    else if (isDemonstrationGtin(variant.gtin) && !fictional.has(variant.product))
      problems.push(problemAt(office, 'error', 'pack_variants', variant, 'gtin', PRETENDED));
  }
  for (const producer of selection.producers)
    if (producer.gln !== '' && !isGln(producer.gln))
      problems.push(problemAt(office, 'error', 'producers', producer, 'gln', GLN));
  for (const event of selection.trace_events)
    if (event.location_code !== '' && !isGln(event.location_code))
      problems.push(problemAt(office, 'error', 'trace_events', event, 'location_code', GLN));
  for (const lot of selection.lots)
    if (!isTraceCode(lot.trace_code)) problems.push(problemAt(office, 'error', 'lots', lot, 'trace_code', TRACE));
  return problems;
}
