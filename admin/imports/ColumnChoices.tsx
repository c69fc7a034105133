import type { ImportChoices, ImportFound } from '#domain/importRun.ts';
import { ChoiceField } from '../ui/choiceFields.tsx';

interface Props {
  found: ImportFound;
  choices: ImportChoices;
  onChange: (choices: ImportChoices) => void;
}

const HOW: Readonly<Record<string, string>> = {
  told: 'bạn chọn',
  memory: 'nhớ từ lần trước',
  heading: 'theo tên cột',
  content: 'đoán theo nội dung',
  none: 'chưa rõ là gì',
};

/** Every column with its first cells and the field that it is taken for. */
export function ColumnChoices({ found, choices, onChange }: Props) {
  const chosen = choices.columns ?? {};
  return (
    <ul>
      {found.columns.map(({ index, letter, heading, field, label, how, samples }) => {
        const told = chosen[String(index)];
        const name = heading === '' ? '(không tên)' : heading;
        const why = told === undefined ? (HOW[how] ?? '') : 'bạn chọn';
        return (
          <li
            className="grid grid-cols-1 items-center gap-x-6 gap-y-2 border-line border-t py-3 first:border-t-0 tablet:grid-cols-2"
            key={letter}
          >
            <div className="min-w-0">
              <p className="break-words font-semibold">{`${letter} · ${name}`}</p>
              <p className="break-words text-ink-2 text-sm">{samples.join(' · ') || '(cột trống)'}</p>
            </div>
            <ChoiceField
              choices={found.fields}
              emptyWords="Không nhập cột này"
              hint={field === '' && label !== '' ? `${label}: không nhập` : why}
              isLabelHidden
              label={`Cột ${letter} (${name}) là`}
              onChange={(next) => onChange({ ...choices, columns: { ...chosen, [index]: next } })}
              value={told ?? field}
            />
          </li>
        );
      })}
    </ul>
  );
}
