/** Producers as schema.org `Organization`: a household is one as well, and nobody is called a person. */
import type { PublicProducer } from '#domain/snapshot.ts';
import type { SiteLanguage } from '#site/i18n/words.ts';
import { wholeAddress } from '#site/openData/address.ts';
import { pathsOf } from '#site/paths.ts';
import { saidIn } from '#site/records/told.ts';
import { postalAddress } from './place.ts';
import { type Thing, thing } from './thing.ts';

/** Pictures are a household's own to take back, and search engines keep copies: only those of organisations are told. */
function imagesOf({ natural_person, pictures }: PublicProducer): string[] {
  return natural_person ? [] : pictures.map(({ path }) => wholeAddress(path));
}

/** A producer in a few words, where another thing names it. */
export function producerReference(producer: PublicProducer, language: SiteLanguage): Thing {
  const url = wholeAddress(pathsOf(language).producer(producer.slug));
  return thing('Organization', { '@id': url, name: saidIn(language, producer.name, producer.name_en), url });
}

/** A producer's page: exactly what the page shows, so that consent taken back from the page is taken back here. */
export function producerThing(producer: PublicProducer, language: SiteLanguage): Thing {
  const { website, channels, phone, email, address, commune, gln, story, story_en } = producer;
  return {
    ...producerReference(producer, language),
    ...thing('Organization', {
      description: saidIn(language, story, story_en),
      address: postalAddress(address, commune, language),
      telephone: phone,
      email,
      globalLocationNumber: gln,
      image: imagesOf(producer),
      sameAs: [website, ...(channels ?? []).map(({ url }) => url)].filter((url) => URL.canParse(url)),
    }),
  };
}
