import type { Round } from '#domain/round.ts';
import { type Day, dayBounds, daysBetween, dayToVietnamese } from '#domain/rules/day.ts';
import { shapeOfField } from '../record/schema.ts';

/** What stands beside a deadline on a day. */
export function deadlineWords(day: string, today: Day): string {
  const bounds = dayBounds(day);
  if (bounds === null) return '';
  const left = daysBetween(today, bounds.last);
  if (left < 0) return 'đã qua';
  return left === 0 ? 'hôm nay' : `còn ${left} ngày`;
}

const FIELDS = ['opens_on', 'proposals_by', 'done_by'] as const;

/** The days of a round, each with how far it is. */
export function DeadlineList({ round, today }: { round: Round; today: Day }) {
  const shown = FIELDS.filter((field) => round[field] !== '');
  if (shown.length === 0) return null;
  return (
    <dl className="card grid gap-x-6 gap-y-3 p-5 tablet:grid-cols-3">
      {shown.map((field) => (
        <div key={field}>
          <dt className="text-ink-2 text-sm">{shapeOfField('rounds', field).label}</dt>
          <dd>
            <span className="font-semibold tabular-nums">{dayToVietnamese(round[field])}</span>
            {field !== 'opens_on' && <span className="text-ink-2">{` · ${deadlineWords(round[field], today)}`}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
