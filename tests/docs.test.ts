/** What is written for whoever keeps a server agrees with the program. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '#scripts/environment.ts';
import { programVersion } from '#scripts/programVersion.ts';

const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8');
const DOCS = ['README.md', '.docs/deploy.md', '.docs/CHANGELOG.md'];
/** Settings that are no more, and those that only tests and benches set. */
const NOT_IN_EXAMPLE = /^OCOP_(PROXY_HEADER|SEED|CASES|KILLS|CUTS|SMTP_|ACCEPT_CHECKSUMS_TXT)$/;

test('the newest entry of the changelog is of this version', () => {
  expect(/^## (\S+)/m.exec(read('.docs/CHANGELOG.md'))?.[1]).toBe(programVersion());
});

describe.each(DOCS)('%s', (doc) => {
  const text = read(doc);

  test('names commands that there are', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...text.matchAll(/\bnpm run (?:--silent )?([a-z][a-z:]*)/g)].map(([, name = '']) => name);
    expect([...new Set(named)].filter((name) => !(name in scripts))).toEqual([]);
  });

  test('names files that there are', () => {
    const named = [
      ...text
        .replaceAll('/opt/ocop/', '')
        .matchAll(/(?:^|[\s(`])((?:scripts|pocketbase|\.docs)\/[A-Za-z0-9_./-]*[A-Za-z0-9])/gm),
    ].map(([, path = '']) => path);
    expect([...new Set(named)].filter((path) => !existsSync(join(projectRoot, path)))).toEqual([]);
  });

  test('names settings that .env.example explains', () => {
    const example = read('.env.example');
    const named = [...text.matchAll(/\bOCOP_[A-Z_]*[A-Z]\b/g)].map(([name]) => name);
    const unknown = [...new Set(named)].filter((name) => !example.includes(`${name}=`) && !NOT_IN_EXAMPLE.test(name));
    expect(unknown).toEqual([]);
  });

  test('leads to headings that there are', () => {
    const slug = (heading: string) =>
      heading
        .toLowerCase()
        .replace(/[^a-z0-9 -]/g, '')
        .replaceAll(' ', '-');
    for (const [, path = '', anchor = ''] of text.matchAll(/\]\(([\w./-]*)#([^)]+)\)/g)) {
      const target = path === '' ? text : read(join('.docs', path));
      expect(
        [...target.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => slug(heading)),
        anchor,
      ).toContain(anchor);
    }
  });
});
