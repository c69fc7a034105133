/**
 * Hostile texts in every text field of every collection, through the API of the real PocketBase: kept to the byte, stored without what
 * nobody sees, or refused in words. Fields come from the schemas, so a new collection is covered as soon as it has one.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FieldShape } from '#domain/field.ts';
import { fieldsOf } from '#domain/noun.ts';
import { type CollectionName, nouns } from '#domain/nouns.ts';
import { storedText, TEXT_PROBLEM_WORDS } from '#domain/rules/plainText.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { HOSTILE, type HostileText, KEPT, MEGABYTE, REFUSED, TIDIED } from '#tests/support/hostile.ts';
import { isWords } from '#tests/support/hostileFields.ts';
import { type SampleIds, seedSample } from './sample.ts';

/** Written by triggers alone, and by a program that keeps a file's cells as they stand in it. */
const BY_PROGRAMS: readonly CollectionName[] = ['revisions', 'imports'];

let base: FreshPocketBase;
let ids: SampleIds;

beforeAll(async () => {
  base = await freshPocketBase();
  ids = (await seedSample(base.superuser)).ids;
});
afterAll(() => base.stop());

interface Answer {
  status: number;
  /** What was refused, by field. */
  refused: Record<string, { code: string; message: string }>;
  message: string;
  record: Record<string, unknown>;
}

/** One save, as a program sends it: no client library between. */
async function save(collection: CollectionName, fields: Record<string, unknown>): Promise<Answer> {
  const response = await fetch(`${base.url}/api/collections/${collection}/records/${ids[collection]}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', authorization: base.superuser.authStore.token },
    body: JSON.stringify(fields),
  });
  const answer = await response.json();
  return { status: response.status, refused: answer.data ?? {}, message: answer.message ?? '', record: answer };
}

function shapesOf(collection: CollectionName, kinds: readonly FieldShape['kind'][]): [string, FieldShape][] {
  return fieldsOf(nouns[collection] as never).filter(([, shape]) => kinds.includes(shape.kind));
}

/** Fields that take free words. */
const wordsOf = (collection: CollectionName) =>
  shapesOf(collection, ['text']).filter(([name, shape]) => isWords(collection, name, shape));
/** Fields that take one kind of text only. */
const strictOf = (collection: CollectionName) =>
  shapesOf(collection, ['text', 'day', 'link', 'email']).filter(([name, shape]) => !isWords(collection, name, shape));

/**
 * A refusal that says where and why; another rule may speak first, and at its own field. Half a sign is no JSON (RFC 7493): PocketBase
 * refuses the whole message before anybody can look at its fields. The form and the importer name the field themselves.
 */
function expectRefusal(answer: Answer, where: string, text = ''): void {
  expect(answer.status, where).toBe(400);
  expect(answer.message, where).not.toBe('');
  if (!text.isWellFormed()) {
    expect(answer.refused, where).toEqual({});
    return;
  }
  const said = Object.values(answer.refused).map(({ message }) => message);
  expect(said, where).not.toEqual([]);
  expect(said, where).not.toContain('');
}

async function expectStored(collection: CollectionName, { name, text }: HostileText): Promise<number> {
  const fields = wordsOf(collection).filter(([, shape]) => text.length <= (shape.max ?? 0));
  if (fields.length === 0) return 0;
  const answer = await save(collection, Object.fromEntries(fields.map(([field]) => [field, text])));
  expect(answer.status, `${collection}: ${name}: ${JSON.stringify(answer.refused)}`).toBe(200);
  for (const [field] of fields) expect(answer.record[field], `${collection}.${field}: ${name}`).toBe(storedText(text));
  return fields.length;
}

const collections = (Object.keys(nouns) as CollectionName[]).filter((name) => !BY_PROGRAMS.includes(name));

describe.each(collections)('%s', (collection) => {
  test('keeps what can be read, and loses only what nobody sees', async () => {
    let stored = 0;
    for (const hostile of [...KEPT, ...TIDIED]) stored += await expectStored(collection, hostile);
    if (wordsOf(collection).length > 0) expect(stored).toBeGreaterThan(TIDIED.length);
    // Back to what it was: later tests must be able to save it.
    for (const [field, shape] of wordsOf(collection)) await save(collection, { [field]: shape.required ? 'Mẫu' : '' });
  });

  test('refuses what deceives or breaks, at the field, in the words of the rule', async () => {
    for (const [field, shape] of wordsOf(collection)) {
      for (const { name, text } of REFUSED) {
        const answer = await save(collection, { [field]: text });
        expectRefusal(answer, `${collection}.${field}: ${name}`, text);
        if (text.isWellFormed() && text.length <= (shape.max ?? 0))
          expect(Object.values(TEXT_PROBLEM_WORDS), name).toContain(answer.refused[field]?.message);
      }
      expectRefusal(await save(collection, { [field]: MEGABYTE.text }), `${collection}.${field}`);
    }
  });

  test('takes nothing of the kind where a day, a link, an address or a code belongs', async () => {
    for (const [field, shape] of strictOf(collection)) {
      for (const { name, text } of HOSTILE) {
        const answer = await save(collection, { [field]: text });
        const where = `${collection}.${field}: ${name}`;
        if (answer.status !== 200) expectRefusal(answer, where, text);
        else expect(new RegExp(shape.pattern ?? '$^').test(storedText(text)), where).toBe(true);
      }
    }
  });

  test('judges texts within a structure as well', async () => {
    for (const [field] of shapesOf(collection, ['json'])) {
      const where = `${collection}.${field}`;
      for (const { text } of REFUSED) {
        const answer = await save(collection, { [field]: [{ name: text }] });
        expectRefusal(answer, where, text);
      }
      expectRefusal(await save(collection, { [field]: [{ url: 'javascript:alert(1)' }] }), where);
    }
  });
});

test('what only programs write nobody writes through the API', async () => {
  for (const name of BY_PROGRAMS) {
    const { createRule, updateRule } = await base.superuser.collections.getOne(name);
    expect([createRule, updateRule], name).toEqual([null, null]);
  }
});

describe('a file', () => {
  const PIXEL = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const upload = (name: string, content: BlobPart, type: string) => {
    const form = new FormData();
    form.set('file', new Blob([content], { type }), name);
    form.set('alt', 'Ảnh');
    return base.superuser.collection('media').create(form);
  };

  test.each([
    '../../../../etc/passwd.png',
    '..\\..\\windows.png',
    '<script>alert(1)</script>.png',
    '"; rm -rf x.png',
    "=cmd|' /C calc'!A0.png",
    'a%00b.png',
    'Trà \u202egnp.exe.png',
    `${'dài'.repeat(300)}.png`,
    '.htaccess.png',
  ])('named %j lies under a plain name in the folder of its record', async (name) => {
    const record = await upload(name, PIXEL, 'image/png');
    expect(record['file']).toMatch(/^[A-Za-z0-9_]+(\.[a-z]+)?\.png$/);
    const token = await base.superuser.files.getToken();
    const answer = await fetch(base.superuser.files.getURL(record, record['file'], { token }));
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test.each([
    ['a page', '<script>alert(1)</script>', 'x.png', 'image/png'],
    [
      'a drawing with a script',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      'x.svg',
      'image/svg+xml',
    ],
    ['a program', 'MZ\u0090\u0000', 'x.pdf', 'application/pdf'],
  ])('that is %s whatever its name says is refused', async (_, content, name, type) => {
    await expect(upload(name, content, type)).rejects.toMatchObject({
      status: 400,
      response: { data: { file: expect.anything() } },
    });
  });
});
