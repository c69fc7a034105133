import type { PublicCommune } from '#domain/snapshot.ts';
import { byId, settings } from '#site/snapshot.ts';
import { type Thing, thing } from './thing.ts';

/** A postal address in Viet Nam: what is known of street, commune and province. */
export function postalAddress(street: string, communeId: string): Thing {
  const commune: PublicCommune | undefined = byId('communes', communeId);
  return thing('PostalAddress', {
    streetAddress: street,
    addressLocality: commune?.name,
    addressRegion: settings().province,
    addressCountry: 'VN',
  });
}

/** A point that somebody measured. The middle of a commune is none: a map would show a wrong door. */
export function geoOf(record: { point: { lon: number; lat: number }; point_approximate: boolean }): Thing | undefined {
  const { lon, lat } = record.point;
  if (record.point_approximate || (lon === 0 && lat === 0)) return undefined;
  return thing('GeoCoordinates', { latitude: lat, longitude: lon });
}
