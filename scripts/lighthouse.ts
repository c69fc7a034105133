/**
 * `npm run lighthouse`: one page of every template in both languages, as a phone on slow 4G sees it, with a table; fails where a page is
 * short of its bar.
 *   --only /t/           pages whose address holds this
 */
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { type Judged, judge, lineOf } from './lighthouse/judge.ts';
import { measuredSite } from './lighthouse/measuredSite.ts';
import { pagesOfTemplates } from './lighthouse/templates.ts';
import { freePort } from './pocketbase.ts';

/** Answered with status 404, which Lighthouse takes for a failure to load. */
const NOT_MEASURED = /\/404$/;
const HEADINGS = `${'page'.padEnd(58)} perf  a11y  best   seo     FCP     LCP     TBT    CLS    weight`;

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });

const site = await measuredSite();
const port = await freePort();
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_BIN'] ?? '/usr/bin/chromium',
  args: [
    `--remote-debugging-port=${port}`,
    '--no-sandbox',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ],
});
const judged: Judged[] = [];
try {
  const paths = pagesOfTemplates(site.pages, 1).filter(
    (path) => !NOT_MEASURED.test(path) && path.includes(values.only),
  );
  console.log(HEADINGS);
  for (const path of paths) {
    const page = await judge(site.url, path, port);
    judged.push(page);
    console.log(lineOf(page));
    for (const line of page.short) console.log(`    short: ${line}`);
  }
} finally {
  await browser.close();
  await site.stop();
}
const short = judged.filter((page) => page.short.length > 0);
console.log(
  short.length === 0
    ? `All ${judged.length} pages reach their bars.`
    : `${short.length} of ${judged.length} are short.`,
);
process.exit(short.length === 0 ? 0 : 1);
