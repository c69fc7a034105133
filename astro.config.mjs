import react from '@astrojs/react';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';

/** The admin is built once per code version into a folder of its own; releases hold public pages only. */
const isAdmin = process.env['OCOP_PART'] === 'admin';

/** @type {import('astro').AstroIntegration} */
const adminPage = {
  name: 'ocop-admin-page',
  hooks: {
    'astro:config:setup': ({ injectRoute }) => injectRoute({ pattern: '/', entrypoint: './admin/index.astro' }),
  },
};

/**
 * React Aria brings its own words in 34 languages, none of them Vietnamese. admin/reactAriaStrings.ts gives ours, so the others
 * (a fifth of the admin's weight) stay out; its dictionaries drop a language whose strings are undefined.
 * @type {import('vite').Plugin}
 */
const withoutForeignStrings = {
  name: 'ocop-without-foreign-strings',
  enforce: 'pre',
  load: {
    filter: { id: /[\\/](react-aria|react-stately|react-aria-components)[\\/]dist[\\/]private[\\/]intl[\\/].*\.mjs$/ },
    handler: () => 'export default undefined;',
  },
};

/**
 * Public pages keep to the syntax of a phone engine of 2020 (the trace page above all). Astro sets the browser's target itself, so it
 * can be changed only behind it.
 * @type {import('vite').Plugin}
 */
const forOldPhones = {
  name: 'ocop-for-old-phones',
  configEnvironment: (name) => (name === 'client' ? { build: { target: 'es2019' } } : undefined),
};

/**
 * The small parts that most pages share travel as one file: on a phone each request costs more than the bytes that it saves.
 * @type {import('vite').Plugin}
 */
const sharedInOneFile = {
  name: 'ocop-shared-in-one-file',
  configEnvironment: (name) =>
    name === 'client' ? { build: { rolldownOptions: { output: { codeSplitting } } } } : undefined,
};
const codeSplitting = {
  groups: [
    {
      name: 'shared',
      test: /[\\/](domain[\\/](daysLeft|recallPanel|rules[\\/]day)|site[\\/](fixedPaths|i18n[\\/]pageLanguage|jsonLd[\\/]untell|trace[\\/]standing|today[\\/]keepChoice\.client|offline[\\/]register\.client))\.ts$/,
    },
  ],
};

const shared = {
  trailingSlash: /** @type {const} */ ('never'),
  compressHTML: true,
  devToolbar: { enabled: false },
  vite: { plugins: [tailwindcss()] },
};

const admin = defineConfig({
  ...shared,
  srcDir: './admin',
  publicDir: './admin/public',
  outDir: process.env['OCOP_OUT'] ?? './.cache/admin',
  base: '/quan-tri',
  build: { format: 'file', assets: '_app', inlineStylesheets: 'never' },
  integrations: [react(), adminPage],
  vite: { plugins: [tailwindcss(), withoutForeignStrings], build: { assetsInlineLimit: 0 } },
});

const site = defineConfig({
  ...shared,
  // The site's content policy knows no inline script and no data: address, so nothing is folded into pages, however small.
  vite: { plugins: [tailwindcss(), forOldPhones, sharedInOneFile], build: { assetsInlineLimit: 0 } },
  srcDir: './site',
  publicDir: './site/public',
  outDir: process.env['OCOP_OUT'] ?? './.cache/site',
  build: { format: 'file', assets: '_astro', inlineStylesheets: 'never', concurrency: 16 },
});

export default isAdmin ? admin : site;
