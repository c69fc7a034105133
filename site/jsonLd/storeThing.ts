/** Sales points as schema.org `Store`. */
import { type OpeningHours, WEEKDAYS } from '#domain/salesPoint.ts';
import type { PublicSalesPoint } from '#domain/snapshot.ts';
import type { SiteLanguage } from '#site/i18n/words.ts';
import { wholeAddress } from '#site/openData/address.ts';
import { pathsOf } from '#site/paths.ts';
import { saidIn } from '#site/records/told.ts';
import { geoOf, postalAddress } from './place.ts';
import { type Thing, thing } from './thing.ts';

const DAYS: Record<(typeof WEEKDAYS)[number], string> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

/** Days that open and close alike stand together; a day without spans is closed and not told. */
function openingHours(hours: OpeningHours | null): Thing[] {
  const spans = WEEKDAYS.flatMap((day) => (hours?.[day] ?? []).map((span) => ({ day, ...span })));
  const alike = Map.groupBy(spans, ({ opens, closes }) => `${opens} ${closes}`);
  return [...alike.values()].map((same) =>
    thing('OpeningHoursSpecification', {
      dayOfWeek: same.map(({ day }) => `https://schema.org/${DAYS[day]}`),
      opens: same[0]?.opens,
      closes: same[0]?.closes,
    }),
  );
}

/** An open sales point. */
export function storeThing(point: PublicSalesPoint, language: SiteLanguage): Thing {
  const url = wholeAddress(pathsOf(language).salesPoint(point.slug));
  const { address, commune, phone, pictures, website, channels, operator } = point;
  return thing('Store', {
    '@id': url,
    url,
    name: saidIn(language, point.name, point.name_en),
    address: postalAddress(address, commune, language),
    geo: geoOf(point),
    openingHoursSpecification: openingHours(point.opening_hours),
    telephone: phone,
    image: pictures.map(({ path }) => wholeAddress(path)),
    parentOrganization: operator === '' ? undefined : thing('Organization', { name: operator }),
    sameAs: [website, ...(channels ?? []).map((channel) => channel.url)].filter((each) => URL.canParse(each)),
  });
}
