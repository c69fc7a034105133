/** Vietnamese words of the interface, by subject. Verdicts have their own home: #domain/verdictWords.ts. */
import { offline, scheme } from './vi/device.ts';
import { fair, fairs } from './vi/fairs.ts';
import { figures } from './vi/figures.ts';
import { found } from './vi/found.ts';
import { front } from './vi/front.ts';
import { growingAreas } from './vi/growingAreas.ts';
import { names } from './vi/names.ts';
import { openData } from './vi/openData.ts';
import { places } from './vi/places.ts';
import { print } from './vi/print.ts';
import { producer, producers } from './vi/producers.ts';
import { certificates, product } from './vi/product.ts';
import { products } from './vi/products.ts';
import { salesPoint, salesPoints } from './vi/salesPoints.ts';
import { search } from './vi/search.ts';
import { demonstration, footer, moved, nav, notFound } from './vi/shell.ts';
import { status } from './vi/status.ts';
import { texts } from './vi/texts.ts';
import { trace } from './vi/trace.ts';

export const vi = {
  tag: 'vi',
  programme: 'Mỗi xã một sản phẩm',
  brand: (province: string) => `OCOP ${province}`,
  title: (page: string, province: string) => `${page} – OCOP ${province}`,
  names,
  nav,
  footer,
  demonstration,
  status,
  /** Where the source has no year either. */
  termUnknownNoYear: 'OCOP {n} sao – chưa rõ thời hạn',
  pendingCentralNoStars: 'Đang đề nghị 5 sao',
  stars: (n: number) => `OCOP ${n} sao`,
  search,
  front,
  products,
  product,
  certificates,
  growingAreas,
  producers,
  producer,
  salesPoints,
  salesPoint,
  fairs,
  fair,
  places,
  figures,
  found,
  texts,
  trace,
  openData,
  print,
  notFound,
  moved,
  offline,
  scheme,
  source: 'Nguồn:',
  opensElsewhere: 'mở trang khác',
};

/** What a table of words holds; every language has the shape of the first. */
export type Words = typeof vi;
