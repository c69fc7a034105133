/** Step 2 as a whole: what stops a publish, what holds back one record only, and what is merely told. */
import type { Problem } from '#domain/release.ts';
import { movedAddresses, presentAddresses } from './addresses.ts';
import { checkConsent } from './check/consent.ts';
import type { CheckContext } from './check/context.ts';
import { checkKeys } from './check/keys.ts';
import { checkRecords } from './check.ts';
import { formerRows, holdBack } from './holdBack.ts';
import { PublishFailed } from './progress.ts';
import type { SnapshotContent } from './write-snapshot.ts';

/** Errors end a publish here, all of them told at once; warnings do not. */
export function stopOnErrors(problems: Problem[]): Problem[] {
  if (problems.some((problem) => problem.severity === 'error')) throw new PublishFailed(problems);
  return problems;
}

/** What is published although records have errors, with everything there is to mend. Throws where something cannot be held back. */
export function sortOut(
  records: CheckContext & { problems: readonly Problem[] },
  formerSnapshot: string | undefined,
): { content: SnapshotContent; problems: Problem[] } {
  const found = [...records.problems, ...checkRecords(records)];
  if (found.every(({ severity }) => severity !== 'error')) return { content: records.content, problems: found };
  const former = formerRows(formerSnapshot);
  const { content, held, errors } = holdBack(records.content, found, former.row);
  former.end();
  const moved = movedAddresses(records.office.addresses, presentAddresses(content));
  const published = { ...records, content: { ...content, moved } };
  // A former row is looked at as any other: what was said of somebody then may have to be hidden now.
  const again = [...checkConsent(published), ...checkKeys(published)].filter(({ severity }) => severity === 'error');
  const warnings = found.filter(({ severity }) => severity === 'warning');
  return { content: published.content, problems: stopOnErrors([...errors, ...again, ...held, ...warnings]) };
}
