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
  build: { format: 'file', assets: '_app' },
  integrations: [react(), adminPage],
});

const site = defineConfig({
  ...shared,
  srcDir: './site',
  publicDir: './site/public',
  outDir: process.env['OCOP_OUT'] ?? './.cache/site',
  build: { format: 'file', assets: '_astro', inlineStylesheets: 'never', concurrency: 16 },
});

export default isAdmin ? admin : site;
