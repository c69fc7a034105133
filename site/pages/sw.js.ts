/** The service worker, in one file at the root of the site: from there it may answer for every page. */
import { build } from 'esbuild';
import { NOTICES } from '#domain/verdictWords.ts';
import { SITE_LANGUAGES } from '#site/i18n/language.ts';
import { wordsOf } from '#site/i18n/words.ts';
import type { SavedWords } from '#site/offline/savedCopy.ts';

function savedWords(language: (typeof SITE_LANGUAGES)[number]): SavedWords['vi'] {
  const { headline, fact, advice } = NOTICES[language].savedCopy('{{at}}');
  return { headline, text: `${fact} ${advice}`, list: wordsOf(language).offline.saved };
}

/** Bundled for the same phones as the pages are. */
export async function GET(): Promise<Response> {
  const words = Object.fromEntries(SITE_LANGUAGES.map((language) => [language, savedWords(language)]));
  const { outputFiles } = await build({
    entryPoints: ['site/offline/worker.ts'],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2019',
    legalComments: 'none',
    define: { SAVED_WORDS: JSON.stringify(words), 'process.env.NODE_ENV': '"production"' },
  });
  return new Response(outputFiles[0]?.text ?? '', { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
}
