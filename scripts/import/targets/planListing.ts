import type { LISTING_HOLDERS } from '#domain/listing.ts';
import { fold } from '#domain/rules/fold.ts';
import { readDay } from '../cells/readDay.ts';
import { ask, type Reading, refuse, right } from '../cells/reading.ts';
import { readUrl, urlKey } from '../cells/readUrl.ts';
import { readYesNo } from '../cells/readYesNo.ts';
import { readLine } from '../cells/text.ts';
import type { RecordChange } from '../plan/report.ts';
import type { RowDesk } from '../plan/rowDesk.ts';
import { schemaProblem } from '../plan/workingSet.ts';
import type { Cell } from '../read/sheet.ts';
import type { ImportContext, PlanRow } from './context.ts';
import { findProduct } from './findProduct.ts';
import { planOldCode, readOldCode } from './planEarlierCode.ts';
import { lineOf } from './readParts.ts';
import { type ReadPlatform, readPlatform } from './readPlatform.ts';

/** Who keeps the shop: the maker itself, or the commune, district, post office … for it. */
function readHolder(cell: Cell): Reading<keyof typeof LISTING_HOLDERS | ''> {
  const line = readLine(cell);
  if (line.status !== 'right') return refuse(line.why);
  const text = fold(line.value);
  if (/^(?:chu the|co so|nha san xuat|doanh nghiep|htx|hop tac xa|cong ty|tu ban|ho)\b/.test(text))
    return right('producer');
  if (/^(?:dia phuong|xa|phuong|huyen|tinh|ubnd|so|phong|trung tam|hoi|buu dien|van phong)\b/.test(text))
    return right('locality');
  return ask('Không rõ gian hàng của chủ thể hay của địa phương.', [
    { value: 'producer' as const, label: 'Chủ thể' },
    { value: 'locality' as const, label: 'Địa phương' },
  ]);
}

interface ReadListing {
  platform: ReadPlatform;
  /** Null: new. */
  id: string | null;
  url: string;
}

/** The product's shop on the floor: by its address; another address on the same floor may be the same shop moved, or a second one. */
function match(context: ImportContext, product: string, platform: ReadPlatform, url: string): Reading<string | null> {
  const here = context.working
    .find('listings', 'product', product)
    .filter((each) => platform.id !== null && each['platform'] === platform.id);
  const same = here.find((each) => urlKey(String(each['url'])) === urlKey(url));
  if (same !== undefined) return right(same.id);
  if (here.length === 0) return right(null);
  return ask('Sản phẩm đã có gian hàng khác trên sàn này.', [
    ...here.map((each) => ({ value: each.id, label: `Đổi địa chỉ của gian hàng ${each['url']}` })),
    { value: null, label: 'Thêm gian hàng thứ hai' },
  ]);
}

function readShop(desk: RowDesk, context: ImportContext, product: string | undefined): ReadListing | null | undefined {
  const url = desk.read('url', readUrl);
  const name = desk.read('platform', lineOf(120));
  if (desk.problems.length > 0 || product === undefined) return undefined;
  // A row may bring no more than the old code of a product.
  if (url === undefined && desk.cell('old_code') !== '' && desk.cell('platform') === '') return null;
  if (url === undefined) {
    desk.refuse('url', 'Thiếu địa chỉ gian hàng.');
    return undefined;
  }
  const floors = context.working.all('platforms');
  const platform = desk.settle(
    'platform_match',
    name === undefined ? 'url' : 'platform',
    readPlatform(name ?? '', url, floors),
  );
  if (platform === undefined) return undefined;
  const id = desk.settle('listing_match', 'url', match(context, product, platform, url));
  return id === undefined ? undefined : { platform, id, url };
}

function planShop(shop: ReadListing, product: string, facts: Record<string, unknown>, { working }: ImportContext) {
  const { platform, id, url } = shop;
  const { id: __, name, website } = platform;
  // An earlier row may have made the floor since.
  const known = platform.id ?? [...working.all('platforms')].find((each) => each['name'] === name)?.id ?? null;
  const floor = known === null ? working.put('platforms', null, { name, website }) : { id: known, change: null };
  const kept = id === null ? undefined : working.get('listings', id);
  // The same page written otherwise is no change.
  const address = kept !== undefined && urlKey(String(kept['url'])) === urlKey(url) ? {} : { url };
  const put = working.put('listings', id, {
    ...(id === null ? { product, platform: floor.id } : {}),
    ...address,
    ...facts,
  });
  return [floor.change, put.change].filter((change): change is RecordChange => change !== null);
}

/** A list of shop pages, with the codes that earlier stamp systems gave to the products where it has them. */
export const planListingRow: PlanRow = (desk, context) => {
  const { working } = context;
  const product = findProduct(desk, context);
  const shop = readShop(desk, context, product?.id);
  const facts = {
    holder: desk.read('holder', readHolder) ?? '',
    takes_cashless: desk.read('takes_cashless', readYesNo) ?? '',
    listed_on: desk.read('listed_on', readDay) ?? '',
    closed_on: desk.read('closed_on', readDay) ?? '',
  };
  const code = readOldCode(desk, working, product?.id ?? null);
  const problem = schemaProblem('listings', { ...facts, ...(shop ? { url: shop.url } : {}) });
  if (problem !== null) desk.refuse(problem.field, problem.why);
  if (product === undefined || shop === undefined || desk.problems.length > 0) return null;
  const changes = [
    ...(shop === null ? [] : planShop(shop, product.id, facts, context)),
    ...planOldCode(code, 'products', product.id, working),
  ];
  return { title: product.name, changes, isNew: shop === null ? changes.length > 0 : shop.id === null };
};
