import type { KeyboardEvent } from 'react';
import { FieldError, Input, TextField } from 'react-aria-components';
import { CRITERIA_PARTS, type Criterion } from '#domain/criterion.ts';
import { EVALUATION_WORDS, numberWords } from '#domain/rules/evaluationProblems.ts';
import { type PointTexts, textsToPoints } from './pointTexts.ts';

interface Props {
  lines: readonly Criterion[];
  texts: PointTexts;
  isReadOnly: boolean;
  onChange: (texts: PointTexts) => void;
}

/** Enter and the arrows lead from field to field, as in a spreadsheet. */
function moveOn(event: KeyboardEvent<HTMLElement>) {
  const steps: Readonly<Record<string, number>> = { Enter: 1, ArrowDown: 1, ArrowUp: -1 };
  const step = steps[event.key];
  if (step === undefined || !(event.target instanceof HTMLInputElement)) return;
  const all = [...event.currentTarget.querySelectorAll('input')];
  const next = all[all.indexOf(event.target) + step];
  event.preventDefault();
  next?.focus();
  next?.select();
}

/** What is wrong at one field; empty when nothing is. */
function problemAt(line: Criterion, text: string): string {
  const { points, unreadable } = textsToPoints({ [line.code]: text });
  if (unreadable.length > 0) return 'Viết một số, ví dụ 2,5.';
  const value = points[line.code];
  return value !== undefined && value > line.max_points
    ? EVALUATION_WORDS.overMax(line.code, line.max_points, value)
    : '';
}

/** The gates of a criterion, the lowest star first: `tối thiểu 2 (4 sao), 3 (5 sao)`. */
function gatesOf({ least_for_3: three, least_for_4: four, least_for_5: five }: Criterion): string {
  const gates = [three, four, five].flatMap((least, at) =>
    least > 0 ? [`${numberWords(least)} (${at + 3} sao)`] : [],
  );
  return gates.length === 0 ? '' : `tối thiểu ${gates.join(', ')}`;
}

function PointsField({
  line,
  text,
  isReadOnly,
  onChange,
}: {
  line: Criterion;
  text: string;
  isReadOnly: boolean;
  onChange: (text: string) => void;
}) {
  const problem = problemAt(line, text);
  const gates = gatesOf(line);
  return (
    <li className="grid grid-cols-[2rem_minmax(0,1fr)_auto] items-center gap-x-2 tablet:grid-cols-[3rem_minmax(0,1fr)_auto] tablet:gap-x-3 border-line border-t py-1.5">
      <span className="text-ink-2 tabular-nums">{line.code}</span>
      <span>
        {line.label}
        {gates !== '' && <span className="block text-ink-2 text-sm">{gates}</span>}
      </span>
      <TextField
        aria-label={`${line.code} ${line.label}, nhiều nhất ${numberWords(line.max_points)} điểm`}
        className="flex flex-col items-end"
        isDisabled={isReadOnly}
        isInvalid={problem !== ''}
        onChange={onChange}
        validationBehavior="aria"
        value={text}
      >
        <span className="flex items-center gap-2">
          <Input autoComplete="off" className="box w-14 text-end tabular-nums tablet:w-18" inputMode="decimal" />
          <span
            aria-hidden="true"
            className="w-9 text-ink-2 text-sm tabular-nums"
          >{`/ ${numberWords(line.max_points)}`}</span>
        </span>
        <FieldError className="max-w-48 text-end font-semibold text-danger text-sm">{problem}</FieldError>
      </TextField>
    </li>
  );
}

/** Points so far, of those that are given, out of what the lines can come to. */
function sumWords(lines: readonly Criterion[], texts: PointTexts): string {
  const { points } = textsToPoints(texts);
  const scored = lines.filter((line) => !line.is_heading);
  const cents = scored.reduce((sum, { code }) => sum + Math.round((points[code] ?? 0) * 100), 0);
  const most = scored.reduce((sum, line) => sum + line.max_points, 0);
  return `${numberWords(cents / 100)} / ${numberWords(most)}`;
}

/** The lines below a heading, up to the next one. */
function linesUnder(lines: readonly Criterion[], heading: Criterion): Criterion[] {
  return lines.filter((line) => line.code.startsWith(`${heading.code}.`));
}

function Part({ part, lines, ...rest }: Props & { part: keyof typeof CRITERIA_PARTS }) {
  const own = lines.filter((line) => line.part === part);
  if (own.length === 0) return null;
  return (
    <fieldset className="min-w-0">
      <legend className="flex w-full items-baseline justify-between gap-3 pb-2 font-semibold">
        <span>{CRITERIA_PARTS[part]}</span>
        <span className="tabular-nums">{sumWords(own, rest.texts)}</span>
      </legend>
      <ul>
        {own.map((line) =>
          line.is_heading ? (
            <li
              className="flex items-baseline justify-between gap-3 border-line border-t py-1.5 text-ink-2 text-sm"
              key={line.code}
            >
              <span>{`${line.code}. ${line.label}`}</span>
              <span className="tabular-nums">{sumWords(linesUnder(own, line), rest.texts)}</span>
            </li>
          ) : (
            <PointsField
              isReadOnly={rest.isReadOnly}
              key={line.code}
              line={line}
              onChange={(text) => rest.onChange({ ...rest.texts, [line.code]: text })}
              text={rest.texts[line.code] ?? ''}
            />
          ),
        )}
      </ul>
    </fieldset>
  );
}

/** The criteria of a set in their three parts, each with its points. */
export function PointsForm(props: Props) {
  return (
    <section aria-label="Điểm từng tiêu chí" className="card flex flex-col gap-5 p-5" onKeyDown={moveOn}>
      <h2 className="text-lg">Điểm từng tiêu chí</h2>
      {props.lines.length === 0 && <p className="text-ink-2">Chưa rõ bộ sản phẩm nên chưa có tiêu chí để chấm.</p>}
      {(Object.keys(CRITERIA_PARTS) as (keyof typeof CRITERIA_PARTS)[]).map((part) => (
        <Part key={part} part={part} {...props} />
      ))}
    </section>
  );
}
