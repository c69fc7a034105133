import type { ImportChoices, ImportFound } from '#domain/importRun.ts';
import { Button } from '../ui/Button.tsx';
import { ChoiceField } from '../ui/choiceFields.tsx';
import { Notice } from '../ui/states.tsx';

interface Props {
  found: ImportFound;
  choices: ImportChoices;
  onChange: (choices: ImportChoices) => void;
}

const LINES = { 1: '1 dòng', 2: '2 dòng', 3: '3 dòng' };

const percent = (share: number) => `${Math.round(share * 100)} %`;

/** The choices without what no longer counts once one of them changes. */
function without(choices: ImportChoices, ...names: (keyof ImportChoices)[]): ImportChoices {
  return Object.fromEntries(Object.entries(choices).filter(([name]) => !names.includes(name as keyof ImportChoices)));
}

function HeadingChoice({ found, choices, onChange }: Props) {
  const [first, last] = choices.heading ?? found.heading;
  const rows = Object.fromEntries(
    found.preview.map(({ number, cells }) => {
      const words = cells.filter((cell) => cell !== '').join(' | ');
      return [String(number), `Dòng ${number}: ${words.slice(0, 90)}`];
    }),
  );
  const choose = (from: number, lines: number) =>
    onChange({ ...without(choices, 'columns', 'shift'), heading: [from, from + lines - 1] });
  const lines = Math.min(3, Math.max(1, last - first + 1));
  return (
    <>
      <ChoiceField
        choices={rows}
        label="Dòng tiêu đề"
        onChange={(row) => choose(Number(row), lines)}
        value={first === 0 ? '' : String(first)}
      />
      <ChoiceField
        choices={LINES}
        label="Tiêu đề cao"
        onChange={(count) => choose(first || 1, Number(count))}
        value={String(lines)}
      />
    </>
  );
}

function ShiftQuestion({ found, choices, onChange }: Props) {
  const { suspectedShift: shift } = found;
  if (shift === 0 || choices.shift !== undefined) return null;
  const side = shift < 0 ? 'trái' : 'phải';
  return (
    <Notice icon="warning" tone="attention">
      <p>{`Tiêu đề lệch ${Math.abs(shift)} cột so với dữ liệu (dữ liệu nằm bên ${side}). Chưa lấy dòng nào cho đến khi bạn chọn.`}</p>
      <div className="flex flex-wrap gap-3 pt-2">
        <Button
          onPress={() => onChange({ ...choices, shift })}
        >{`Dời tiêu đề ${Math.abs(shift)} cột sang ${side}`}</Button>
        <Button onPress={() => onChange({ ...choices, shift: 0 })}>Giữ như trong tệp</Button>
      </div>
    </Notice>
  );
}

/** How the file was read: sheet, encoding, heading; each found, shown and changeable. */
export function ReadChoices(props: Props) {
  const { found, choices, onChange } = props;
  const sheets = Object.fromEntries(
    found.sheets.map(({ name, rows, hidden }) => [name, `${name} (${rows} dòng${hidden ? ', đang ẩn' : ''})`]),
  );
  const sure = choices.encoding === undefined ? ` – tự nhận, chắc ${percent(found.confidence)}` : '';
  return (
    <>
      <div className="grid grid-cols-1 gap-4 tablet:grid-cols-2">
        {found.sheets.length > 1 && (
          <ChoiceField
            choices={sheets}
            label="Trang tính"
            onChange={(sheet) => onChange({ ...without(choices, 'heading', 'columns', 'shift'), sheet })}
            value={choices.sheet ?? found.sheet}
          />
        )}
        <ChoiceField
          choices={found.encodings}
          hint={`Bảng mã: ${found.encodings[found.encoding] ?? found.encoding}${sure}`}
          label="Bảng mã chữ Việt"
          onChange={(encoding) => onChange({ ...choices, encoding })}
          value={choices.encoding ?? found.encoding}
        />
        <HeadingChoice {...props} />
      </div>
      <ShiftQuestion {...props} />
    </>
  );
}
