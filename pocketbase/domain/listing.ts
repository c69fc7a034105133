import type { z } from 'zod';
import { choice, day, flag, link, relation, yesNo } from './field.ts';
import { innerNoun, type Stored } from './noun.ts';

export const LISTING_HOLDERS = { producer: 'Chủ thể', locality: 'Địa phương' } as const;

/** A product's shop page on a floor. */
export const listings = innerNoun(
  'listings',
  {
    label: { one: 'Gian hàng trên sàn', many: 'Gian hàng trên sàn' },
    title: 'url',
    unique: [['product', 'platform', 'url']],
    indexed: ['product'],
  },
  {
    product: relation('Sản phẩm', 'products', { required: true }),
    platform: relation('Sàn', 'platforms', { required: true }),
    url: link('Địa chỉ gian hàng', { required: true }),
    holder: choice('Chủ gian hàng', LISTING_HOLDERS),
    takes_cashless: yesNo('Thanh toán không dùng tiền mặt'),
    listed_on: day('Lên sàn từ'),
    closed_on: day('Gỡ từ'),
    demonstration: flag('Dữ liệu minh họa'),
  },
);
export type Listing = Stored<z.infer<typeof listings.schema>>;
