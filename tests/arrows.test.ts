import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

// [importing file, import, may it]: every folder's arrows, allowed ones too, lest a rule refuse everything.
const arrows: [string, string, 'may' | 'never'][] = [
  ['pocketbase/domain/rules/a.ts', './fold.ts', 'may'],
  ['pocketbase/domain/rules/a.ts', '#domain/rules/fold.ts', 'may'],
  ['pocketbase/domain/rules/a.ts', 'zod', 'never'],
  ['pocketbase/domain/rules/a.ts', 'node:fs', 'never'],
  ['pocketbase/domain/rules/a.ts', '../product.ts', 'never'],
  ['pocketbase/domain/rules/a.ts', '#domain/product.ts', 'never'],
  ['pocketbase/domain/a.ts', 'zod', 'may'],
  ['pocketbase/domain/a.ts', './product.ts', 'may'],
  ['pocketbase/domain/a.ts', './rules/fold.ts', 'may'],
  ['pocketbase/domain/a.ts', '#domain/rules/fold.ts', 'may'],
  ['pocketbase/domain/a.ts', 'node:fs', 'never'],
  ['pocketbase/domain/a.ts', 'fuse.js', 'never'],
  ['pocketbase/domain/a.ts', 'pocketbase', 'never'],
  ['pocketbase/domain/a.ts', '@hookform/resolvers', 'never'],
  ['pocketbase/domain/a.ts', '../../site/paths.ts', 'never'],
  ['pocketbase/domain/a.ts', '#scripts/publish.ts', 'never'],
  ['pocketbase/pb_hooks/a.pb.js', 'zod', 'never'],
  ['pocketbase/pb_hooks/a.pb.js', '../domain/product.ts', 'never'],
  ['pocketbase/pb_migrations/1_a.js', '../domain/product.ts', 'never'],
  ['site/a.ts', '#domain/product.ts', 'may'],
  ['site/a.ts', '../pocketbase/domain/product.ts', 'may'],
  ['site/a.ts', 'fuse.js', 'may'],
  ['site/a.ts', 'node:sqlite', 'may'],
  ['site/pages/a.astro', '../components/Card.astro', 'may'],
  ['site/pages/a.astro', 'react', 'never'],
  ['site/pages/a.astro', '../../admin/ui/field.tsx', 'never'],
  ['site/a.ts', 'react/jsx-runtime', 'never'],
  ['site/a.ts', '@tanstack/react-query', 'never'],
  ['site/a.ts', 'pocketbase', 'never'],
  ['site/a.ts', 'eventsource', 'never'],
  ['site/a.ts', '#admin/api/client.ts', 'never'],
  ['site/a.ts', '../scripts/publish.ts', 'never'],
  ['site/a.ts', '../tests/support/a.ts', 'never'],
  ['admin/products/a.tsx', 'react', 'may'],
  ['admin/products/a.tsx', '#domain/product.ts', 'may'],
  ['admin/products/a.tsx', '../api/client.ts', 'may'],
  ['admin/products/a.tsx', '../../site/styles/theme.css', 'may'],
  ['admin/products/a.tsx', '#site/styles/theme.css', 'may'],
  ['admin/products/a.tsx', '#site/styles/page.css', 'never'],
  ['admin/products/a.tsx', '../../site/paths.ts', 'never'],
  ['admin/products/a.tsx', 'pocketbase', 'never'],
  ['admin/products/a.tsx', 'node:fs', 'never'],
  ['admin/products/a.tsx', '#scripts/publish.ts', 'never'],
  ['admin/index.astro', '../site/paths.ts', 'never'],
  ['admin/api/a.ts', 'pocketbase', 'may'],
  ['admin/api/a.ts', '#site/paths.ts', 'never'],
  ['admin/api/a.ts', 'node:fs', 'never'],
  ['scripts/publish/a.ts', 'pocketbase', 'may'],
  ['scripts/publish/a.ts', '#domain/snapshot.ts', 'may'],
  ['scripts/publish/a.ts', 'node:fs', 'may'],
  ['scripts/publish/a.ts', '#site/paths.ts', 'never'],
  ['scripts/publish/a.ts', '../../site/paths.ts', 'never'],
  ['scripts/publish/a.ts', '#admin/api/client.ts', 'never'],
  ['scripts/publish/a.ts', 'react', 'never'],
  ['scripts/publish/a.ts', '#tests/support/a.ts', 'never'],
  ['astro.config.mjs', '@astrojs/react', 'may'],
  ['astro.config.mjs', '#domain/product.ts', 'never'],
  ['astro.config.mjs', './pocketbase/domain/product.ts', 'never'],
  ['tests/a.ts', '#site/paths.ts', 'may'],
  ['tests/a.ts', 'react', 'may'],
];

let folder = '';
let refused = new Set<string>();
let cyclic: string[] = [];

// The index keeps the importing files apart, in a folder of its own where the name must not change.
const copyOf = (file: string, index: number) =>
  file === 'astro.config.mjs' ? `${file}-${index}/${file}` : join(dirname(file), `${index}-${file.split('/').at(-1)}`);

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), file.endsWith('.astro') ? `---\n${text}---\n<p>a</p>\n` : text);
}

function lint(): { category: string; file: string }[] {
  const args = ['lint', '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none', '.'];
  const { stdout } = spawnSync(join(root, 'node_modules/.bin/biome'), args, { cwd: folder, encoding: 'utf8' });
  const report: { diagnostics: { category: string; location: { path: string } }[] } = JSON.parse(stdout);
  return report.diagnostics.map(({ category, location }) => ({ category, file: location.path }));
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ocop-arrows-'));
  cpSync(join(root, '.biome.json'), join(folder, '.biome.json'));
  arrows.forEach(([file, source], index) => {
    write(copyOf(file, index), `import a from '${source}';\nexport default a;\n`);
  });
  write('scripts/one.ts', "import { two } from './two.ts';\nexport const one = () => two;\n");
  write('scripts/two.ts', "import { one } from './one.ts';\nexport const two = () => one;\n");
  const found = lint();
  const files = (category: string) => found.filter((each) => each.category.endsWith(category)).map((each) => each.file);
  refused = new Set(files('noRestrictedImports'));
  cyclic = files('noImportCycles');
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each(arrows.map((arrow, index) => [...arrow, index] as const))(
  '%s imports %s: %s',
  (file, _source, may, index) => {
    expect(refused.has(copyOf(file, index)) ? 'never' : 'may').toBe(may);
  },
);

test('a cycle of imports is refused', () => {
  expect(cyclic.sort()).toEqual(['scripts/one.ts', 'scripts/two.ts']);
});
