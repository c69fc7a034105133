/** The QR symbol of a page's address, drawn at build time: what is printed from a page leads back to it. */
import { create } from 'qrcode';

export interface QrSymbol {
  /** Modules to a side, the quiet zone of four around included. */
  size: number;
  /** One path; runs of dark modules in a row are one piece. */
  path: string;
}

const QUIET = 4;
/**
 * Any mask makes a valid symbol; looking for the best costs five times as much, and this is done for every page. This one breaks up the
 * patterns of addresses well.
 */
const MASK = 3;

/** The symbol at error correction M, which forgives a crease. */
export function qrSymbol(address: string): QrSymbol {
  const { modules } = create(address, { errorCorrectionLevel: 'M', maskPattern: MASK });
  const { size } = modules;
  let path = '';
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (!modules.get(row, column)) continue;
      const start = column;
      while (column < size && modules.get(row, column)) column += 1;
      path += `M${start + QUIET} ${row + QUIET}h${column - start}v1h${start - column}z`;
    }
  }
  return { size: size + 2 * QUIET, path };
}
