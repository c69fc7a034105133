/** The site and the office behind it. */
import { type SiteLanguage, wordsOf } from '#site/i18n/words.ts';
import { wholeAddress } from '#site/openData/address.ts';
import { pathsOf } from '#site/paths.ts';
import { settingsIn } from '#site/records/settingsIn.ts';
import { type Thing, thing } from './thing.ts';

const OFFICE = '#co-quan';
const SITE = '#trang';

function office(language: SiteLanguage): Thing {
  const { office: name, office_phone, office_email, office_address } = settingsIn(language);
  return thing('GovernmentOrganization', {
    '@id': wholeAddress(`/${OFFICE}`),
    name,
    telephone: office_phone,
    email: office_email,
    address: office_address,
    url: wholeAddress('/'),
  });
}

/** What the front page tells: the office, the site, and how to search it. */
export function siteThings(language: SiteLanguage): Thing[] {
  const { front, products } = pathsOf(language);
  const { province, kind } = settingsIn(language);
  const words = wordsOf(language);
  const site = thing('WebSite', {
    '@id': wholeAddress(`${front}${SITE}`),
    url: wholeAddress(front),
    name: words.brand(province),
    inLanguage: words.tag,
    publisher: { '@id': wholeAddress(`/${OFFICE}`) },
    potentialAction: thing('SearchAction', {
      target: thing('EntryPoint', { urlTemplate: `${wholeAddress(products)}?q={search_term_string}` }),
      'query-input': 'required name=search_term_string',
    }),
  });
  // Nobody stands behind a demonstration.
  return kind === 'demonstration' ? [site] : [office(language), site];
}
