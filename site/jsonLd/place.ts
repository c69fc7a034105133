import type { SiteLanguage } from '#site/i18n/words.ts';
import { communeTold } from '#site/records/links.ts';
import { settingsIn } from '#site/records/settingsIn.ts';
import { type Thing, thing } from './thing.ts';

/** A postal address in Viet Nam: what is known of street, commune and province. */
export function postalAddress(street: string, communeId: string, language: SiteLanguage): Thing {
  return thing('PostalAddress', {
    streetAddress: street,
    addressLocality: communeTold(language, communeId).said,
    addressRegion: settingsIn(language).province,
    addressCountry: 'VN',
  });
}

/** A point that somebody measured. The middle of a commune is none: a map would show a wrong door. */
export function geoOf(record: { point: { lon: number; lat: number }; point_approximate: boolean }): Thing | undefined {
  const { lon, lat } = record.point;
  if (record.point_approximate || (lon === 0 && lat === 0)) return undefined;
  return thing('GeoCoordinates', { latitude: lat, longitude: lon });
}
