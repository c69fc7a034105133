/**
 * The admin over records that are hostile in every field of words: nothing runs, nobody else is asked, names stand there as text. And the
 * letters that it writes about certificates, from such names too.
 */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { presentations } from '#admin/nouns.ts';
import { fieldsOf } from '#domain/noun.ts';
import { type CollectionName, nouns } from '#domain/nouns.ts';
import { KEPT } from '../support/hostile.ts';
import { isWords } from '../support/hostileFields.ts';
import { planted, watch } from '../support/hostilePage.ts';
import { type AdminPages, adminPages } from './adminPages.ts';

let admin: AdminPages;
/** Collection → its first record, poisoned. */
const poisoned = new Map<CollectionName, string>();

/** Written by triggers, and by programs. */
const BY_PROGRAMS: readonly CollectionName[] = ['revisions', 'imports', 'releases', 'addresses'];

function hostileWords(collection: CollectionName, from: number): Record<string, string> {
  const fields = fieldsOf(nouns[collection] as never).filter(([name, shape]) => isWords(collection, name, shape));
  return Object.fromEntries(
    fields.map(([name, { max = 0 }], at) => {
      const fitting = KEPT.filter(({ text }) => text.length <= max);
      return [name, fitting[(from + at) % fitting.length]?.text ?? ''];
    }),
  );
}

beforeAll(async () => {
  admin = await adminPages();
  const { superuser } = admin.pocketbase;
  for (const [at, collection] of (Object.keys(nouns) as CollectionName[]).entries()) {
    if (BY_PROGRAMS.includes(collection)) continue;
    const [first] = (await superuser.collection(collection).getList(1, 1, { sort: 'created' })).items;
    if (first === undefined) continue;
    const words = hostileWords(collection, at * 3);
    // A lot that is out in the world is changed for a reason only.
    if (collection === 'lots') words['correction_reason'] = 'Thử mọi chữ lạ trong mọi ô';
    await superuser.collection(collection).update(first.id, words);
    poisoned.set(collection, first.id);
  }
});
afterAll(async () => {
  await admin?.stop();
});

async function look(page: Page, path: string, misdeeds: string[]): Promise<[string, string[]][]> {
  await page.goto(admin.at(path));
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  const found = [...(await page.evaluate(planted)), ...misdeeds.splice(0)];
  return found.length > 0 ? [[path, found]] : [];
}

describe('records that are hostile in every field', () => {
  it('are listed, opened and told of in the history, and nothing of them runs', { timeout: 600_000 }, async () => {
    const { page } = admin;
    const misdeeds = watch(page, new URL(admin.at('')).origin);
    expect(poisoned.size).toBeGreaterThan(15);
    const paths = [...poisoned].flatMap(([collection, id]) => {
      const { path } = presentations[collection];
      return [`/${path}`, `/${path}/${id}`];
    });
    const found: [string, string[]][] = [];
    for (const path of ['', ...paths, `/san-pham/${poisoned.get('products')}/lich-su`, '/lich-su'])
      found.push(...(await look(page, path, misdeeds)));
    expect(found).toEqual([]);
  });

  it('show their names as text', async () => {
    const { page } = admin;
    const id = poisoned.get('products') ?? '';
    const { name } = await admin.pocketbase.superuser.collection('products').getOne(id);
    await page.goto(admin.at(`/san-pham/${id}`));
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expect
      .poll(() => page.getByLabel('Tên sản phẩm').first().inputValue())
      .toBe(String(name).replace(/[\r\n]/g, ''));
  });
});

describe('letters about certificates that end', () => {
  it('are chosen by group, narrowed by stage and name, and written into one file', async () => {
    const { page } = admin;
    await page.goto(admin.at('/han-giay-chung-nhan'));
    const group = page.getByRole('region', { name: 'Đã hết hạn giấy chứng nhận' });
    await group.waitFor();
    const all = await group.getByRole('checkbox').count();
    expect(all).toBeGreaterThan(1);
    await group.getByRole('button', { name: `Chọn cả nhóm (${all})` }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: `Soạn ${all} công văn (DOCX)` }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^cong-van-han-giay-chung-nhan-\d{4}-\d{2}-\d{2}\.docx$/);
    // A ZIP archive, as DOCX files are; what stands in it tests/admin/letters.test.ts reads.
    expect(
      readFileSync(await file.path())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    await page.getByText(`Đã soạn ${all} công văn`).waitFor();
    await page.getByRole('searchbox', { name: /Tìm sản phẩm/ }).fill('khong co san pham nay');
    await page.getByText('Không có giấy chứng nhận nào khớp.').waitFor();
    // What was chosen stays chosen while one looks for more.
    await page.getByRole('button', { name: `Soạn ${all} công văn (DOCX)` }).waitFor();
  });

  it('are not offered to who may not see addresses', async () => {
    const { page, context } = await admin.asRole('viewer');
    await page.goto(admin.at('/han-giay-chung-nhan'));
    await page.getByRole('region', { name: 'Đã hết hạn giấy chứng nhận' }).waitFor();
    expect(await page.getByRole('checkbox').count()).toBe(0);
    await context.close();
  });
});
