/** Publishing a whole province with real PocketBase, real Astro and real files: privacy, recalls, rollback. */
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fold } from '#domain/rules/fold.ts';
import type { Standing } from '#domain/standing.ts';
import { releaseFolder } from '#scripts/dataFolder.ts';
import { activateEarlier, liveRelease, refreshLive } from '#scripts/publish/activate.ts';
import { readManifest, readPageIndex } from '#scripts/publish/manifest.ts';
import { PublishFailed } from '#scripts/publish/progress.ts';
import { type ServedProvince, servedProvince } from '#tests/support/servedProvince.ts';
import { addPeople, SECRETS } from './people.ts';

let province: ServedProvince;
beforeAll(async () => {
  province = await servedProvince({ prepare: addPeople });
});
afterAll(() => province.stop());

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
const fetchText = async (path: string) => (await fetch(province.url + path)).text();
const standing = async () => (await (await fetch(`${province.url}/tinh-trang.json`)).json()) as Standing;
async function lotOf(id: string) {
  return province.superuser.collection('lots').getOne<{ id: string; trace_code: string; lot_number: string }>(id);
}

test('every address of the release answers with its page', async () => {
  const { addresses } = await readPageIndex(releaseFolder(province.data, province.release.name));
  expect(addresses.length).toBeGreaterThan(200);
  for (const address of addresses) {
    const answer = await fetch(province.url + address, { redirect: 'manual' });
    expect([address, answer.status]).toEqual([address, 200]);
    await answer.arrayBuffer();
  }
});

test('a person who agreed to nothing is in no file of the data folder that anybody can ask for', () => {
  const folders = [realLive(), join(province.data.root, 'shared'), province.data.status].flatMap(filesBelow);
  const files = folders.filter((file) => !/\.(webp|woff2|sqlite)$/.test(file));
  expect(files.length).toBeGreaterThan(200);
  const words = [
    ...Object.values(SECRETS),
    'Vương Thị Mẫn Châu',
    '0987111222',
    '+84987111222',
    '106.111111',
    '21.444444',
  ];
  const needles = words.flatMap((word) => [
    word,
    fold(word),
    fold(word).replaceAll(' ', '-'),
    encodeURIComponent(word),
  ]);
  for (const file of files) {
    const text = `${file} ${readFileSync(file, 'utf8')}`;
    const folded = fold(text);
    for (const needle of needles)
      expect(text.includes(needle) || folded.includes(needle), `${needle} in ${file}`).toBe(false);
  }
});

test('nor in the snapshot, nor a picture of theirs', () => {
  const snapshot = readFileSync(releaseFolder(province.data, province.release.name).snapshot);
  for (const value of Object.values(SECRETS)) expect(snapshot.includes(Buffer.from(value)), value).toBe(false);
});

test('they stand as a household of their commune, their legal item as kept back', async () => {
  const { trace_code } = await lotOf('lothoimlang0000');
  const page = await fetchText(`/t/${trace_code}`);
  expect(page).toContain('Hộ sản xuất, xã Yên Thế');
  expect(page).toContain('không công bố theo yêu cầu');
});

function realLive(): string {
  return join(province.data.root, readlinkSync(province.data.live));
}

test('pictures are upright, small, and tell nothing of where they were taken', async () => {
  const files = readdirSync(province.data.pictures).filter((name) => name.endsWith('-800.webp'));
  expect(files.length).toBeGreaterThan(0);
  let upright = 0;
  for (const name of files) {
    const {
      width = 0,
      height = 0,
      exif,
      icc,
      xmp,
      orientation,
    } = await sharp(join(province.data.pictures, name)).metadata();
    expect(width).toBeLessThanOrEqual(800);
    expect([exif, xmp, orientation]).toEqual([undefined, undefined, undefined]);
    expect(icc === undefined || icc.length < 4_000).toBe(true);
    if (height > width) upright += 1;
  }
  // The photo lay on its side; its owner (the other household) did not agree to a picture, so it is nowhere.
  expect(upright).toBe(0);
});

describe('a lot out of circulation', () => {
  test('says so at once without script, survives going back, and a corrected one keeps its line', async () => {
    const first = province.release.name;
    const { id, trace_code } = await lotOf('lothodongy00000');
    const shown = async () =>
      /<!--verdict-->([\s\S]*)<!--\/verdict-->/.exec(await fetchText(`/t/${trace_code}`))?.[1] ?? '';
    const lots = province.superuser.collection('lots');
    await lots.update(id, { growing_area: 'Đồi sau bản', correction_reason: 'Gõ nhầm tên vùng trồng' });
    await province.publishAgain();
    expect(await fetchText(`/t/${trace_code}`)).toMatch(/Đã sửa ngày [0-9/]{10}: vùng trồng\./);
    expect(await fetchText(`/t/${trace_code}`)).not.toContain('Gõ nhầm');
    expect(await fetchText(`/t/${trace_code}.json`)).not.toContain('Gõ nhầm');
    const reason = 'Còn trong kho, chưa giao cho ai';
    await lots.update(id, { state: 'withdrawn', withdrawal_reason: reason });
    await refreshLive(province.superuser, province.data);
    expect(await shown()).toContain(`Lý do: ${reason}.`);
    expect(JSON.parse(await fetchText(`/t/${trace_code}.json`)).tinh_trang[0].ma).toBe('lotWithdrawn');
    await activateEarlier(province.superuser, province.data, first);
    expect([await liveRelease(province.data), await shown()]).toEqual([first, expect.stringContaining(reason)]);
    await lots.update(id, { state: 'active', correction_reason: 'Đã kiểm tra lại, đủ điều kiện' });
    await refreshLive(province.superuser, province.data);
    expect(await shown()).not.toContain(reason);
  });
});

describe('a recall', () => {
  test('is told at once, stands in the page without script, and survives going back', async () => {
    const first = province.release.name;
    const { id, trace_code } = await lotOf('lothodongy00000');
    const before = await fetchText(`/t/${trace_code}`);
    expect(before).not.toMatch(/<!--verdict-->[\s\S]*DỪNG SỬ DỤNG[\s\S]*<!--\/verdict-->/);
    const second = await province.publishAgain();
    await province.superuser.collection('lots').update(id, { state: 'recalled', recall_reason: 'Nghi nhiễm khuẩn' });
    expect((await standing()).recalled[id]).toMatchObject({ lot: 'L1', reason: 'Nghi nhiễm khuẩn' });
    await refreshLive(province.superuser, province.data);
    const panel = async () =>
      /<!--verdict-->([\s\S]*)<!--\/verdict-->/.exec(await fetchText(`/t/${trace_code}`))?.[1] ?? '';
    expect(await panel()).toContain('DỪNG SỬ DỤNG');
    expect(await panel()).toContain('Nghi nhiễm khuẩn');
    expect(await fetchText(`/en/t/${trace_code}`)).toMatch(
      /<!--verdict-->[\s\S]*STOP USING[\s\S]*<span lang="vi">Nghi nhiễm khuẩn<\/span>[\s\S]*<!--\/verdict-->/,
    );
    await activateEarlier(province.superuser, province.data, first);
    expect([await liveRelease(province.data), await panel()]).toEqual([first, expect.stringContaining('DỪNG SỬ DỤNG')]);
    // The pages themselves were not touched: only a copy before them.
    const page = readFileSync(join(releaseFolder(province.data, first).pages, `t/${trace_code}.html`), 'utf8');
    expect(page).toBe(before);
    await activateEarlier(province.superuser, province.data, second.name);
    expect(await panel()).toContain('DỪNG SỬ DỤNG');
  });

  test('that was a mistake is taken back in the same way', async () => {
    const { id, trace_code } = await lotOf('lothodongy00000');
    await province.superuser.collection('lots').update(id, { state: 'active' });
    expect((await standing()).recalled[id]).toBeUndefined();
    await refreshLive(province.superuser, province.data);
    expect(/<!--verdict-->([\s\S]*)<!--\/verdict-->/.exec(await fetchText(`/t/${trace_code}`))?.[1]).not.toContain(
      'DỪNG SỬ DỤNG',
    );
    expect(existsSync(join(realLive(), 'standing/t', `${trace_code}.html`))).toBe(false);
  });
});

describe('consent taken back', () => {
  test('hides the value at once, in every page, also in an older release', async () => {
    const earlier = province.release.name;
    const manifest = await readManifest(releaseFolder(province.data, earlier));
    const shown = manifest.personal['hodongy00000000'];
    expect(shown?.phone?.values).toEqual(['0911 333 444']);
    expect(shown?.phone?.files.length).toBeGreaterThan(1);
    expect(shown?.name?.files).toEqual(expect.arrayContaining(['chu-the.html', 'en/chu-the.html']));
    const contact = await province.superuser
      .collection('producer_contacts')
      .getFirstListItem('producer = "hodongy00000000"');
    await province.superuser
      .collection('producer_contacts')
      .update(contact.id, { phone_public: false, name_public: false, address_as_printed: '' });
    expect((await standing()).withdrawn['hodongy00000000']?.sort()).toEqual(['address', 'name', 'phone']);
    for (const activate of [
      () => refreshLive(province.superuser, province.data),
      () => activateEarlier(province.superuser, province.data, earlier),
    ]) {
      await activate();
      const files = [...new Set(Object.values(shown ?? {}).flatMap((item) => item.files))];
      for (const file of files) {
        const text = await fetchText(`/${file.replace(/\.html$/, '')}`);
        expect(text, file).not.toMatch(/Thuận Hòa|0911|Đồng Ích/);
      }
      expect(await fetchText('/chu-the/ho-dongy0')).toContain('Hộ sản xuất, xã Yên Thế');
      expect(await fetchText('/en/chu-the/ho-dongy0')).toContain('Producer household, Yên Thế commune');
    }
  });

  test('is in the next release for good, and nothing stands before its pages any more', async () => {
    const release = await province.publishAgain();
    const folder = releaseFolder(province.data, release.name);
    for (const file of filesBelow(folder.pages))
      expect(readFileSync(file, 'utf8'), file).not.toMatch(/Thuận Hòa|0911 ?333|Đồng Ích/);
    expect(existsSync(folder.standing) ? filesBelow(folder.standing) : []).toEqual([]);
  });
});

describe('a publish', () => {
  test('that finds an error in the settings changes nothing and names record, field and remedy', async () => {
    const live = await liveRelease(province.data);
    const settings = province.superuser.collection('site_settings');
    const [only] = await settings.getFullList();
    const second = await settings.create({ ...only, id: undefined });
    const failure = await province.publishAgain().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(PublishFailed);
    expect((failure as PublishFailed).problems.filter(({ severity }) => severity === 'error')).toMatchObject([
      { collection: 'site_settings', field: 'province', message: expect.stringContaining('Hãy xóa một bản') },
    ]);
    expect(await liveRelease(province.data)).toBe(live);
    expect(readdirSync(province.data.releases).filter((name) => name.endsWith('.part'))).toEqual([]);
    await settings.delete(second.id);
  });

  test('that finds an error in one record holds back that record alone, and says so', async () => {
    const products = province.superuser.collection('products');
    const lot = await lotOf('lothoimlang0000');
    const product = await products.getFirstListItem('slug = "mat-ong-hodongy00000000"');
    const before = {
      trace: await fetchText(`/t/${lot.trace_code}`),
      product: await fetchText(`/san-pham/${product['slug']}`),
    };
    // Past the hooks, as a backup of an older version may hold it.
    const slip = (sql: string, ...values: string[]) => {
      const database = new DatabaseSync(join(province.data.database, 'data.db'));
      database.exec('PRAGMA busy_timeout = 5000');
      database.prepare(sql).run(...values);
      database.close();
    };
    const { produced_on, use_by } = await province.superuser.collection('lots').getOne(lot.id);
    slip('UPDATE lots SET produced_on = ?, use_by = ? WHERE id = ?', '2026-05-02', '2026-05-01', lot.id);
    await products.update(product.id, { story: `Theo lời bà ${SECRETS.name}` });
    const [fair] = await province.superuser.collection('fairs').getFullList({ filter: 'state = "approved"' });
    await province.superuser.collection('fairs').update(fair?.id ?? '', { name: 'Hội chợ đổi tên' });

    const held = await province.publishAgain();
    expect(held.counts['held']).toBe(2);
    expect(
      held.problems
        .filter(({ severity }) => severity !== 'warning')
        .map((each) => [each.severity, each.record, each.field]),
    ).toEqual(
      expect.arrayContaining([
        ['held', lot.id, 'use_by'],
        ['held', product.id, 'story'],
      ]),
    );
    expect(await fetchText(`/t/${lot.trace_code}`)).toBe(before.trace);
    expect(await fetchText(`/san-pham/${product['slug']}`)).toBe(before.product);
    expect(await fetchText(`/hoi-cho/${fair?.['slug']}`)).toContain('Hội chợ đổi tên');

    // Mended, it goes out like any other.
    await province.superuser
      .collection('lots')
      .update(lot.id, { produced_on, use_by, correction_reason: 'Gõ nhầm ngày' });
    await products.update(product.id, { story: 'Nuôi ong dưới tán rừng.' });
    const mended = await province.publishAgain();
    expect(mended.counts['held']).toBeUndefined();
    expect(await fetchText(`/san-pham/${product['slug']}`)).toContain('Nuôi ong dưới tán rừng.');
    await products.update(product.id, { story: '' });
    await province.publishAgain();
  });

  test('tells of a dead link in a text of the office at its field, and goes on', async () => {
    const pages = province.superuser.collection('pages');
    const text = await pages.getFirstListItem('state = "approved" && kind = "about"');
    await pages.update(text.id, { body: 'Xem [sản phẩm](/san-pham/khong-co-trang).' });
    const { problems } = await province.publishAgain();
    const message = 'Liên kết hỏng: /san-pham/khong-co-trang không có trang.';
    expect(problems).toContainEqual(
      expect.objectContaining({ severity: 'warning', collection: 'pages', record: text.id, field: 'body', message }),
    );
    expect(await fetchText('/gioi-thieu')).toContain('/san-pham/khong-co-trang');
    await pages.update(text.id, { body: text['body'] });
    await province.publishAgain();
  });

  test('keeps old addresses, tells what changed, and leaves unchanged pages as they were to the byte', async () => {
    const before = await liveRelease(province.data);
    const product = await province.superuser
      .collection('products')
      .getFirstListItem('slug = "mat-ong-hodongy00000000"');
    await province.superuser
      .collection('products')
      .update(product.id, { name: 'Mật ong đổi tên', slug: 'mat-ong-doi-ten' });
    const release = await province.publishAgain();
    expect(release.changed.map(({ collection, title }) => [collection, title])).toEqual(
      expect.arrayContaining([
        ['products', 'Mật ong đổi tên'],
        ['moved', '/san-pham/mat-ong-hodongy00000000'],
      ]),
    );
    expect(release.changed).toHaveLength(2);
    expect(await fetchText('/san-pham/mat-ong-doi-ten')).toContain('Mật ong đổi tên');
    expect(await fetchText('/san-pham/mat-ong-hodongy00000000')).toContain('/san-pham/mat-ong-doi-ten');
    const [old, fresh] = [before ?? '', release.name].map((name) => releaseFolder(province.data, name).pages);
    const changed = filesBelow(fresh ?? '').filter((file) => {
      const twin = file.replace(fresh ?? '', old ?? '');
      return !existsSync(twin) || !readFileSync(twin).equals(readFileSync(file));
    });
    const namesIt = (file: string) => /Mật ong đổi tên|mat-ong-doi-ten/.test(readFileSync(file, 'utf8'));
    const unexplained = changed.filter((file) => !namesIt(file)).map((file) => file.replace(fresh ?? '', ''));
    // The catalogue of open data tells the size of each file.
    expect(unexplained).toEqual(['/du-lieu/danh-muc.json']);
    expect(changed.length).toBeLessThan(filesBelow(fresh ?? '').length / 10);
  });

  test('the data folder can be moved: nothing in it names where it lies', async () => {
    expect(readlinkSync(province.data.live)).toMatch(/^releases\/[^/]+$/);
    for (const file of filesBelow(realLive()).filter((each) => /\.(html|json|txt)$/.test(each)))
      expect(readFileSync(file, 'utf8').includes(province.data.root), file).toBe(false);
  });
});
