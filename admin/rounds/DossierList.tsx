import { DOSSIER_STATES } from '#domain/evaluation.ts';
import {
  type DossierLine,
  type DossierPart,
  type DossierState,
  dossierStateOf,
  type KeptLine,
  missingPapers,
} from '#domain/rules/dossier.ts';
import { Button } from '../ui/Button.tsx';
import { ChoiceField } from '../ui/choiceFields.tsx';
import { TextField } from '../ui/textFields.tsx';

const PARTS: Readonly<Record<DossierPart, string>> = {
  producer: 'Chủ thể nộp',
  evidence: 'Minh chứng',
  commune: 'Xã bổ sung',
  province: 'Tỉnh bổ sung khi đề nghị 5 sao',
};

interface Props {
  lines: readonly DossierLine[];
  kept: readonly KeptLine[];
  isReadOnly: boolean;
  onChange: (kept: KeptLine[]) => void;
}

function withLine(kept: readonly KeptLine[], item: string, change: Partial<KeptLine>, state: DossierState): KeptLine[] {
  const before = kept.find((each) => each.item === item) ?? { item, state, note: '' };
  return [...kept.filter((each) => each.item !== item), { ...before, ...change }];
}

function Line({ line, kept, isReadOnly, onChange }: Omit<Props, 'lines'> & { line: DossierLine }) {
  const state = dossierStateOf(line, kept);
  const note = kept.find((each) => each.item === line.item)?.note ?? '';
  const weight = state === 'missing' ? 'font-semibold' : state === 'not_needed' ? 'text-ink-2' : '';
  const change = (values: Partial<KeptLine>) => onChange(withLine(kept, line.item, values, state));
  return (
    <li className="grid grid-cols-[9rem_minmax(0,1fr)] items-center gap-2 border-line border-t py-2 tablet:grid-cols-[minmax(0,1fr)_9rem_minmax(0,14rem)]">
      <span className={`col-span-2 tablet:col-span-1 ${weight}`}>{line.label}</span>
      <ChoiceField
        choices={DOSSIER_STATES}
        isDisabled={isReadOnly}
        isLabelHidden
        label={line.label}
        onChange={(code) => change({ state: code as DossierState })}
        value={state}
      />
      <TextField
        isDisabled={isReadOnly}
        isLabelHidden
        label={`Ghi chú: ${line.label}`}
        onChange={(text) => change({ note: text.slice(0, 300) })}
        placeholder="Ghi chú"
        value={note}
      />
    </li>
  );
}

/** The papers of a dossier, each there, missing or not needed. */
export function DossierList(props: Props) {
  const { lines, kept, isReadOnly, onChange } = props;
  const missing = missingPapers(lines, kept);
  const tickAll = () =>
    onChange(
      missing.reduce<KeptLine[]>((all, { item }) => withLine(all, item, { state: 'present' }, 'present'), [...kept]),
    );
  return (
    <section aria-label="Hồ sơ" className="card flex flex-col gap-4 p-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-lg">
          Hồ sơ
          <span className="font-normal text-ink-2">
            {missing.length === 0 ? ' – đủ' : ` – thiếu ${missing.length}`}
          </span>
        </h2>
        {!isReadOnly && missing.length > 0 && <Button onPress={tickAll}>Đánh dấu có tất cả</Button>}
      </div>
      {Object.entries(PARTS).map(([part, title]) => {
        const own = lines.filter((line) => line.part === part);
        if (part === 'province' && own.every((line) => dossierStateOf(line, kept) === 'not_needed')) return null;
        return (
          <div key={part}>
            <h3 className="pb-1 font-semibold text-ink-2 text-sm">{title}</h3>
            <ul>
              {own.map((line) => (
                <Line key={line.item} line={line} {...props} />
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}
