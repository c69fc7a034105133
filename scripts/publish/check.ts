/** Step 2, checking: gathers every problem of the records that would go public, each at its record and field, with what to do. */
import type { Problem } from '#domain/release.ts';
import { checkConsent } from './check/consent.ts';
import type { CheckContext } from './check/context.ts';
import { checkContradictions } from './check/contradictions.ts';
import { checkRecognitions } from './check/recognitions.ts';
import { checkReferences } from './check/references.ts';
import { checkSchemas } from './check/schemas.ts';
import { checkSettings } from './check/settings.ts';
import { checkTexts } from './check/texts.ts';
import { checkUnique } from './check/unique.ts';

const CHECKS: readonly ((context: CheckContext) => Problem[])[] = [
  checkSettings,
  checkSchemas,
  checkReferences,
  checkUnique,
  checkContradictions,
  checkRecognitions,
  checkTexts,
  checkConsent,
];

/** All problems; publishing stops when one of them is an error. */
export function checkRecords(context: CheckContext): Problem[] {
  return CHECKS.flatMap((check) => check(context));
}
