/** Names of what records choose from. The Vietnamese ones are the schemas' own labels. */
import { CERTIFICATE_SCHEMES } from '#domain/certificate.ts';
import { COMMUNE_TYPES } from '#domain/commune.ts';
import {
  CRITERIA_SETS,
  type CriteriaSetNumber,
  type GroupNumber,
  PRODUCT_GROUPS,
  SECTORS,
} from '#domain/criteriaSets.ts';
import { FAIR_KINDS, FAIR_LEVELS } from '#domain/fair.ts';
import { GROWING_AREA_KINDS } from '#domain/growingArea.ts';
import { PRODUCER_KINDS } from '#domain/producer.ts';
import { RECOGNITION_CASES, REVOCATION_GROUNDS } from '#domain/recognition.ts';
import { LOCATION_KINDS } from '#domain/salesPoint.ts';
import { TRACE_STEPS } from '#domain/traceEvent.ts';

/** Any wording for each choice. */
type Named<T> = Record<keyof T, string>;

function namesIn<Key extends number>(table: Record<Key, { name: string }>): Record<Key, string> {
  const entries = Object.entries<{ name: string }>(table).map(([number, { name }]) => [number, name]);
  return Object.fromEntries(entries) as Record<Key, string>;
}

const sectors: Named<typeof SECTORS> = SECTORS;
const producerKinds: Named<typeof PRODUCER_KINDS> = PRODUCER_KINDS;
const certificateSchemes: Named<typeof CERTIFICATE_SCHEMES> = CERTIFICATE_SCHEMES;
const fairKinds: Named<typeof FAIR_KINDS> = FAIR_KINDS;
const fairLevels: Named<typeof FAIR_LEVELS> = FAIR_LEVELS;
const locationKinds: Named<typeof LOCATION_KINDS> = LOCATION_KINDS;
const recognitionCases: Named<typeof RECOGNITION_CASES> = RECOGNITION_CASES;
const revocationGrounds: Named<typeof REVOCATION_GROUNDS> = REVOCATION_GROUNDS;
const growingAreaKinds: Named<typeof GROWING_AREA_KINDS> = GROWING_AREA_KINDS;
const traceSteps: Named<typeof TRACE_STEPS> = TRACE_STEPS;
const communeTypes: Named<typeof COMMUNE_TYPES> = COMMUNE_TYPES;

export const names = {
  sectors,
  groups: namesIn<GroupNumber>(PRODUCT_GROUPS),
  sets: namesIn<CriteriaSetNumber>(CRITERIA_SETS),
  producerKinds,
  certificateSchemes,
  fairKinds,
  fairLevels,
  locationKinds,
  recognitionCases,
  revocationGrounds,
  growingAreaKinds,
  traceSteps,
  communeTypes,
};
