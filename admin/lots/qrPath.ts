import { create } from 'qrcode';

/** A QR symbol as one SVG path: `size` modules square without its quiet zone. */
export interface QrPath {
  size: number;
  version: number;
  path: string;
}

/** The symbol of an address at error correction M; runs of dark modules are one stroke each. */
export function addressToQr(address: string): QrPath {
  const { modules, version } = create(address, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  let path = '';
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (!modules.get(row, column)) continue;
      let length = 1;
      while (column + length < size && modules.get(row, column + length)) length += 1;
      path += `M${column} ${row}h${length}v1h-${length}z`;
      column += length;
    }
  }
  return { size, version, path };
}
