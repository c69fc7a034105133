/** Stars that a page still gives to a product whose recognition is not in force. */
import { recognitionFacts } from '#domain/recognition.ts';
import { type VerdictState, verdictOn } from '#domain/rules/verdict.ts';
import type { SnapshotContent } from '#scripts/publish/write-snapshot.ts';
import { type BuiltPage, withoutTemplates } from './builtPages.ts';

/** In these stars may be named; in all others neither drawn nor named. */
const MAY_NAME: readonly VerdictState[] = ['valid', 'expiresSoon', 'pendingCentral', 'termUnknown'];
/** What a decision once said is told in the history, as what was decided. */
const HISTORY = /<ol class="timeline">[\s\S]*?<\/ol>|<section[^>]*data-history[\s\S]*?<\/section>/g;
const NAMED = /[1-5][  ](?:sao|stars?)\b/;
const DRAWN = /\bdata-stars="[1-5]"|\bverdict-stars\b/;

/** Slugs of products that may bear no star on the day of the snapshot: ended, withdrawn, never recognised, or out of the catalogue. */
export function starlessProducts({ settings, products, recognitions }: SnapshotContent): Set<string> {
  const [office] = settings;
  if (office === undefined) throw new Error('no settings');
  const of = Map.groupBy(recognitions, ({ product }) => product);
  const rule = { grace: office.grace, expiresSoonDays: office.expires_soon_days };
  const isStarless = (product: (typeof products)[number]) => {
    const facts = { recognitions: (of.get(product.id) ?? []).map(recognitionFacts) };
    return product.state === 'withdrawn' || !MAY_NAME.includes(verdictOn(office.as_of, facts, rule).state);
  };
  return new Set(products.filter(isStarless).map(({ slug }) => slug));
}

function claimIn(html: string): string | undefined {
  return (NAMED.exec(html) ?? DRAWN.exec(html))?.[0];
}

/** What a product's own page shows of itself: without its history, its neighbours and what waits for another day. */
function ownPart(html: string): string {
  return withoutTemplates(html)
    .replace(HISTORY, '')
    .replace(/<article class="card[\s\S]*?<\/article>/g, '')
    .replace(/\sdata-(?:words|turns)="[^"]*"/g, '');
}

/** Cards, rows and pages that give stars to a product of `starless`: `address: what it says`. */
export function starsOfStarless(pages: readonly BuiltPage[], starless: ReadonlySet<string>): string[] {
  const found: string[] = [];
  for (const { address, html } of pages) {
    const own = /^\/(?:en\/)?san-pham\/([^/]+)$/.exec(address)?.[1];
    const claim = own !== undefined && starless.has(own) ? claimIn(ownPart(html)) : undefined;
    if (claim !== undefined) found.push(`${address}: ${claim}`);
    for (const [card] of withoutTemplates(html).matchAll(/<(article|tr|li)\b(?:(?!<\1\b)[\s\S])*?<\/\1>/g)) {
      const slug = /href="\/(?:en\/)?san-pham\/([^/"]+)"/.exec(card)?.[1];
      const told =
        slug !== undefined && starless.has(slug) ? claimIn(card.replace(/\sdata-turns="[^"]*"/g, '')) : undefined;
      if (told !== undefined) found.push(`${address}: ${slug} ${told}`);
    }
  }
  return found;
}
