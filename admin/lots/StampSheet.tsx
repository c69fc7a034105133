import { useMemo } from 'react';
import { traceAddress, traceCodeForReading } from '#domain/rules/traceCode.ts';
import { addressToQr } from './qrPath.ts';

/** Sizes that a sheet can be printed in, as their words. Their millimetres stand in admin.css. */
export const STAMP_SIZES = {
  small: 'Nhỏ 25 × 35 mm',
  medium: 'Vừa 32 × 44 mm',
  large: 'Lớn 45 × 60 mm',
} as const;
export type StampSize = keyof typeof STAMP_SIZES;

/** Light modules around the symbol that readers need (ISO/IEC 18004: four). */
const QUIET = 4;

export interface StampFacts {
  /** Origin without trailing slash. */
  address: string;
  code: string;
  lotNumber: string;
  /** BẢN THỬ, MẪU; empty on a real stamp. */
  mark: string;
}

/** A sheet of equal stamps; the symbol is drawn once and used by all. */
export function StampSheet({ facts, count, size }: { facts: StampFacts; count: number; size: StampSize }) {
  const { address, code, lotNumber, mark } = facts;
  const qr = useMemo(() => addressToQr(traceAddress(address, code)), [address, code]);
  const side = qr.size + 2 * QUIET;
  const reading = traceCodeForReading(code);
  return (
    <div className={`stamps ${size}`}>
      <svg aria-hidden="true" className="absolute size-0">
        <symbol id="stamp-symbol" viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}>
          <rect fill="#fff" height={side} width={side} x={-QUIET} y={-QUIET} />
          <path d={qr.path} fill="#000" shapeRendering="crispEdges" />
        </symbol>
      </svg>
      {Array.from({ length: count }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: equal stamps have no identity but their place
        <div className="stamp" key={at}>
          {mark !== '' && <span className="stamp-mark">{mark}</span>}
          <svg aria-label={`Mã QR của ${reading}`} className="stamp-symbol" role="img">
            <use href="#stamp-symbol" />
          </svg>
          <span className="stamp-code">{reading}</span>
          <span className="stamp-words">{`Lô ${lotNumber}`}</span>
          <span className="stamp-words">Quét để truy xuất</span>
        </div>
      ))}
    </div>
  );
}
