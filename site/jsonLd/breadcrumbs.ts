import { wholeAddress } from '#site/openData/address.ts';
import { type Thing, thing } from './thing.ts';

/** Where a page is, as its breadcrumb shows it; the page itself comes last and needs no address. */
export function breadcrumbList(trail: readonly { href: string; label: string }[], here: string): Thing {
  const steps = [
    ...trail.map(({ href, label }) => ({ name: label, item: { '@id': wholeAddress(href) } })),
    { name: here },
  ];
  const known = steps.filter(({ name }) => name !== '');
  return thing('BreadcrumbList', {
    itemListElement: known.map((step, index) => thing('ListItem', { position: index + 1, ...step })),
  });
}
