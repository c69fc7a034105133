/** A round from its candidates to the recognitions of a decision, as the office goes through it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Criterion, scoredCriteria } from '#domain/criterion.ts';
import { PROBLEM_WORDS } from '#domain/rules/recognitionProblems.ts';
import { seedCriteria, seededCriteria } from '#scripts/seed/criteria.ts';
import { type AdminPages, adminPages } from './adminPages.ts';
import { looksRight } from './looksRight.ts';

/** Set of the oil of lemongrass in the fixture. */
const SET = 20;
const OIL = 'ptinhdau0000000';
const criteria = scoredCriteria(
  (seededCriteria() as unknown as Criterion[]).filter((line) => line.criteria_set === SET),
);

let admin: AdminPages;
let page: AdminPages['page'];
const at = (path: string) => admin.at(path);

beforeAll(async () => {
  admin = await adminPages();
  ({ page } = admin);
  await seedCriteria(admin.pocketbase.superuser);
});

afterAll(async () => {
  await admin?.stop();
  expect(admin.complaints).toEqual([]);
});

/** The screen in sight looks right, and is no wider than a phone. */
async function expectSound(where: string): Promise<void> {
  await looksRight(page, where);
  await page.setViewportSize({ width: 360, height: 900 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth), where).toBe(360);
  await page.setViewportSize({ width: 1280, height: 900 });
}

async function makeRound(): Promise<void> {
  await page.goto(at('/dot-danh-gia'));
  await page.getByRole('link', { name: 'Thêm đợt đánh giá' }).click();
  await page.getByLabel('Năm').fill('2026');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await page.getByRole('heading', { level: 1, name: 'Đợt 1 năm 2026' }).waitFor();
  await page.getByText('30/06/2026').waitFor();
}

async function addCandidates(): Promise<void> {
  await page.getByRole('button', { name: 'Dán danh sách' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Tên sản phẩm').fill('1. Tinh dầu sả Minh Họa\n2. Điểm du lịch cộng đồng Minh Họa');
  await dialog.getByRole('button', { name: 'Đối chiếu' }).click();
  await dialog.getByRole('button', { name: 'Thêm 2 sản phẩm' }).click();
  await page.getByText('Đã thêm 2/2 sản phẩm vào đợt.').waitFor();
  const oil = page.getByRole('row', { name: /Tinh dầu sả/ });
  // Its certificate runs for long yet.
  await oil.getByText('Nâng hạng').waitFor();
  await oil.getByText(/^Thiếu \d+$/).waitFor();
  await page
    .getByRole('row', { name: /Điểm du lịch/ })
    .getByText('Lần đầu')
    .waitFor();
}

/** Types every criterion's most points by keyboard alone: Enter leads on. */
async function typePoints(): Promise<void> {
  await page.getByRole('textbox', { name: /^1\.1 / }).focus();
  for (const { maxPoints } of criteria) {
    await page.keyboard.type(String(maxPoints));
    await page.keyboard.press('Enter');
  }
}

/** Basis and days of the step: refused combinations are told at their field and keep the step from being taken. */
async function typeTerms(): Promise<void> {
  const take = page.getByRole('button', { name: 'Ghi 1 kết quả vào quyết định' });
  const common = page.getByRole('region', { name: 'Chung cho mọi công nhận' });
  const basis = common.getByRole('button', { name: /Căn cứ/ });
  await expect.poll(() => basis.textContent()).toContain('26/2026/QĐ-TTg');
  await expect.poll(() => common.getByLabel('Ngày cấp giấy chứng nhận').inputValue()).toBe('20/11/2026');
  const choose = async (words: string) => {
    await basis.click();
    await page.getByRole('option', { name: words }).click();
  };
  await choose('148/QĐ-TTg (2023)');
  await common.getByText(PROBLEM_WORDS.basisNotInForce).waitFor();
  await expect.poll(() => take.isDisabled()).toBe(true);
  await choose('26/2026/QĐ-TTg');
  const own = page.getByRole('textbox', { name: 'Có giá trị đến hết ngày của Tinh dầu sả Minh Họa' });
  await own.fill('31/12/2020');
  const row = page.getByRole('row', { name: /Tinh dầu sả/ });
  await row.getByText(PROBLEM_WORDS.expiryBeforeIssue).waitFor();
  await expect.poll(() => take.isDisabled()).toBe(true);
  await expectSound('step with a refused day');
  await own.fill('31/12/2028');
  await row.getByText(PROBLEM_WORDS.expiryBeforeIssue).waitFor({ state: 'detached' });
  await page.getByRole('checkbox', { name: 'Chọn tất cả' }).uncheck({ force: true });
  await page.getByRole('button', { name: 'Ghi 0 kết quả vào quyết định' }).waitFor();
  await page.getByRole('checkbox', { name: 'Chọn Tinh dầu sả Minh Họa' }).check({ force: true });
}

it('goes from candidates over dossier and points to recognitions that stand at the product', async () => {
  await makeRound();
  await addCandidates();
  await expectSound('round');

  await page.getByRole('row', { name: /Tinh dầu sả/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Tinh dầu sả Minh Họa' }).waitFor();
  await page.getByText(`Còn ${criteria.length} tiêu chí chưa chấm.`).waitFor();
  await page.getByRole('button', { name: 'Đánh dấu có tất cả' }).click();
  await page.getByLabel('Ngày đủ hồ sơ').fill('01/11/2026');
  await page.getByText('Kết quả chậm nhất 16/12/2026').waitFor();
  await typePoints();
  await page.getByText('100 điểm – 5 sao').first().waitFor();

  const gate = criteria.find(({ leastFor }) => leastFor[5] > 0);
  const field = page.getByRole('textbox', { name: new RegExp(`^${gate?.code} `) });
  await field.fill(String((gate?.maxPoints ?? 0) + 1));
  await page.getByText(`Tiêu chí ${gate?.code} nhiều nhất ${gate?.maxPoints} điểm`, { exact: false }).first().waitFor();
  await field.fill(`${(gate?.leastFor[5] ?? 1) - 1},5`);
  await page.getByText(`Đủ điểm 5 sao, nhưng chưa đạt mức tối thiểu ở tiêu chí ${gate?.code}`).waitFor();
  await expectSound('result');
  await page.getByRole('button', { name: 'Lưu và đánh dấu đã chấm' }).click();
  await page.getByText('Đã lưu.').waitFor();

  await page.getByRole('link', { name: 'Đợt 1 năm 2026' }).click();
  const row = page.getByRole('row', { name: /Tinh dầu sả/ });
  await row.getByText('4 sao', { exact: true }).waitFor();
  await row.getByText(`${gate?.code} (5 sao)`).waitFor();
  await page.getByText('sản phẩm ở tiêu chí').waitFor();

  await page.getByRole('link', { name: 'Đưa kết quả vào quyết định' }).click();
  await page.getByLabel('Số quyết định').fill('77/QĐ-MH');
  await page.getByLabel('Ngày quyết định').fill('20/11/2026');
  await page.getByText('Công nhận 4 sao').waitFor();
  await typeTerms();
  await page.getByRole('button', { name: 'Ghi 1 kết quả vào quyết định' }).click();
  await page
    .getByRole('row', { name: /Tinh dầu sả/ })
    .getByText('Đã công nhận')
    .waitFor();

  await page.goto(at(`/san-pham/${OIL}`));
  await page.getByRole('link', { name: '4 sao', exact: true }).waitFor();
  const { items } = await admin.pocketbase.superuser
    .collection('recognitions')
    .getList(1, 10, { filter: `product='${OIL}'`, sort: '-issued_on', expand: 'decision,evaluation' });
  expect(items[0]).toMatchObject({ stars: 4, case: 'upgrade', issued_on: '2026-11-20', pending_central: false });
  expect(items[0]).toMatchObject({ legal_basis: 'qd26_2026', expires_on: '2028-12-31' });
  expect(items[0]?.expand).toMatchObject({ decision: { number: '77/QĐ-MH' }, evaluation: { state: 'recognised' } });
  expect(items[1]?.['superseded_by']).toBe(items[0]?.id);
});

it('joins what two people give one product, and asks whose points count where both scored one criterion', async () => {
  const evaluations = admin.pocketbase.superuser.collection('evaluations');
  const { id } = await evaluations.getFirstListItem(`product.name~'Điểm du lịch'`);
  const kept = () => evaluations.getOne(id);
  const { page: other, context } = await admin.asRole('editor');
  const point = (on: typeof page, code: string) =>
    on.getByRole('textbox', { name: new RegExp(`^${code.replace('.', '\\.')} `) });
  const save = (on: typeof page) => on.getByRole('button', { name: 'Lưu', exact: true }).click();
  const both = () => Promise.all([page, other].map((each) => each.goto(at(`/ket-qua-danh-gia/${id}`))));
  const notice = page.getByText('Người khác vừa lưu khác với những gì bạn nhập ở: Điểm từng tiêu chí (1.1).');

  await both();
  await point(page, '1.2').fill('1');
  await point(other, '1.1').fill('1');
  await save(other);
  await other.getByText('Đã lưu.').waitFor();
  await save(page);
  await page.getByText('Đã lưu, cùng với những gì người khác vừa lưu.').waitFor();
  expect((await kept())['points']).toEqual({ '1.1': 1, '1.2': 1 });

  await both();
  await point(page, '1.1').fill('0,5');
  await point(other, '1.1').fill('1,5');
  await other.getByLabel('Ghi chú', { exact: true }).fill('Hội đồng họp lại');
  await save(other);
  await other.getByText('Đã lưu.').waitFor();
  await save(page);
  await notice.waitFor();
  await expectSound('conflict');
  expect(await kept()).toMatchObject({ points: { '1.1': 1.5, '1.2': 1 } });
  await page.getByRole('button', { name: 'Giữ những gì tôi nhập' }).click();
  await notice.waitFor({ state: 'detached' });
  // What only the other changed stays.
  expect(await kept()).toMatchObject({ points: { '1.1': 0.5, '1.2': 1 }, note: 'Hội đồng họp lại' });

  await both();
  await point(page, '1.1').fill('0');
  await point(other, '1.1').fill('2');
  await save(other);
  await other.getByText('Đã lưu.').waitFor();
  await save(page);
  await page.getByRole('button', { name: 'Lấy bản vừa lưu' }).click();
  await notice.waitFor({ state: 'detached' });
  await expect.poll(() => point(page, '1.1').inputValue()).toBe('2');
  expect((await kept())['points']).toEqual({ '1.1': 2, '1.2': 1 });

  // Typed, and the page ended: taken up again upon what the other saved meanwhile.
  await point(page, '1.2').fill('0,25');
  await page.reload();
  await page.getByText('1.2: 1 → 0,25').waitFor();
  await expectSound('unsaved points');
  await point(other, '1.1').fill('1');
  await save(other);
  await other.getByText('Đã lưu.').waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Dùng lại' }).click();
  await save(page);
  await page.getByText('Đã lưu, cùng với những gì người khác vừa lưu.').waitFor();
  expect((await kept())['points']).toEqual({ '1.1': 1, '1.2': 0.25 });
  await context.close();
});

it('shows a viewer the results and nothing to write', async () => {
  const { page: other, context } = await admin.asRole('viewer');
  await other.goto(at('/dot-danh-gia'));
  await other.getByRole('row', { name: /Đợt 1 năm 2026/ }).click();
  await other.getByRole('row', { name: /Tinh dầu sả/ }).waitFor();
  expect(await other.getByRole('button', { name: 'Dán danh sách' }).count()).toBe(0);
  expect(await other.getByRole('link', { name: 'Đưa kết quả vào quyết định' }).count()).toBe(0);
  await other.getByRole('row', { name: /Điểm du lịch/ }).click();
  await other.getByRole('heading', { name: 'Điểm từng tiêu chí' }).waitFor();
  await expect.poll(() => other.getByRole('textbox', { name: /^1\.1 / }).isDisabled()).toBe(true);
  expect(await other.getByRole('button', { name: 'Lưu', exact: true }).count()).toBe(0);
  await context.close();
});
