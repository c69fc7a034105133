/** The fictional records as they are written in `data/fictional`, checked as they are read: a misspelt field is an error. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { certificates } from '#domain/certificate.ts';
import { decisions } from '#domain/decision.ts';
import { fairs } from '#domain/fair.ts';
import { growingAreas } from '#domain/growingArea.ts';
import { listings } from '#domain/listing.ts';
import { lots } from '#domain/lot.ts';
import { media } from '#domain/media.ts';
import { packVariants } from '#domain/packVariant.ts';
import { platforms } from '#domain/platform.ts';
import { producers } from '#domain/producer.ts';
import { producerContacts } from '#domain/producerContact.ts';
import { products } from '#domain/product.ts';
import { recognitions } from '#domain/recognition.ts';
import type { Day } from '#domain/rules/day.ts';
import { VERDICT_STATES } from '#domain/rules/verdict.ts';
import { postedPrice, salesPoints } from '#domain/salesPoint.ts';
import { supports } from '#domain/support.ts';
import { targets } from '#domain/target.ts';
import { traceEvents } from '#domain/traceEvent.ts';
import { trainings } from '#domain/training.ts';
import { withDays } from '../relativeDay.ts';

const key = z.string().regex(/^[a-z0-9-]+$/);
/** Index into the communes that `places.json` gives for each set. */
const place = z.number().int().min(0);

const recognition = z.strictObject(recognitions.schema.partial().shape);
const pack = z.strictObject({ ...packVariants.schema.partial().shape, key });
const event = z.strictObject(traceEvents.schema.partial().shape);
const contact = z.strictObject(producerContacts.schema.partial().shape);

const FILES = {
  producers: z.array(z.strictObject({ ...producers.schema.partial().shape, key, place, contact })),
  products: z.array(
    z.strictObject({
      ...products.schema.partial().shape,
      key,
      producer: key,
      picture: key.optional(),
      packs: z.array(pack).optional(),
      recognitions: z.array(recognition).optional(),
    }),
  ),
  decisions: z.array(z.strictObject({ ...decisions.schema.partial().shape, key })),
  certificates: z.array(z.strictObject(certificates.schema.partial().shape)),
  'growing-areas': z.array(
    z.strictObject({
      ...growingAreas.schema.partial().shape,
      key,
      place,
      producers: z.array(key),
      products: z.array(key).optional(),
      /** Each as the certificate's producer, scheme and number. */
      certificates: z.array(z.string()).optional(),
    }),
  ),
  supports: z.array(z.strictObject({ ...supports.schema.partial().shape, place: place.optional() })),
  trainings: z.array(
    z.strictObject({ ...trainings.schema.partial().shape, place, place_text: z.string(), producers: z.array(key) }),
  ),
  lots: z.array(
    z.strictObject({
      ...lots.schema.partial().shape,
      product: key,
      pack: key,
      events: z.array(event).optional(),
      /** For tests: the verdict on the day of loading. */
      expected_verdict: z.enum(VERDICT_STATES).optional(),
    }),
  ),
  listings: z.strictObject({
    platforms: z.array(z.strictObject({ ...platforms.schema.partial().shape, key })),
    listings: z.array(z.strictObject(listings.schema.partial().shape)),
  }),
  shops: z.array(
    z.strictObject({
      ...salesPoints.schema.partial().shape,
      key,
      place,
      products: z.array(key),
      prices: z.array(postedPrice).optional(),
    }),
  ),
  fairs: z.array(
    z.strictObject({
      ...fairs.schema.partial().shape,
      key,
      place,
      exhibitors: z.array(key),
      products: z.array(key),
    }),
  ),
  targets: z.array(
    z.strictObject({
      ...targets.schema.partial().shape,
      place: place.optional(),
      area: z.enum(['commune', 'former_area']).optional(),
    }),
  ),
  pictures: z.record(key, z.strictObject(media.schema.partial().shape)),
  places: z.record(z.string(), z.array(z.string().regex(/^[0-9]{5}$/))),
} as const;
type FileName = keyof typeof FILES;

/** Every fictional record, with its days counted from the day of loading. */
export type Fictional = { [Name in FileName]: z.infer<(typeof FILES)[Name]> };

function readFixture(name: FileName, today: Day): unknown {
  const file = new URL(`../data/fictional/${name}.json`, import.meta.url);
  const parsed = FILES[name].safeParse(withDays(JSON.parse(readFileSync(file, 'utf8')), today));
  if (!parsed.success) throw new Error(`data/fictional/${name}.json: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** Reads the fictional records for a day of loading. Throws, naming the file and field, on a mistake in them. */
export function readFictional(today: Day): Fictional {
  const names = Object.keys(FILES) as FileName[];
  return Object.fromEntries(names.map((name) => [name, readFixture(name, today)])) as Fictional;
}
