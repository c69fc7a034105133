import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Decision } from '#domain/decision.ts';
import type { AnyRecord } from '../api/records.ts';
import { finderFor } from '../record/find.ts';
import { refreshAll } from '../record/queries.ts';
import { RelatedLists } from '../record/RelatedLists.tsx';
import { shapeOfField } from '../record/schema.ts';
import { Button } from '../ui/Button.tsx';
import { SwitchFieldRow } from '../ui/choiceFields.tsx';
import { LookupField, type Option } from '../ui/LookupField.tsx';
import { tell } from '../ui/toast.tsx';
import type { Found } from '../unsaved/kept.ts';
import { TypedText, UnsavedNotice } from '../unsaved/UnsavedNotice.tsx';
import { useUnsavedValues } from '../unsaved/useUnsaved.ts';
import { DecisionScreen } from './DecisionScreen.tsx';
import { type ChosenLine, PasteDialog } from './PasteDialog.tsx';
import { RowsTable, rowProblem } from './RowsTable.tsx';
import { type Common, type Row, withCases } from './rows.ts';
import type { Outcome } from './saveResult.ts';
import { saveRows } from './saveRows.ts';
import { TermFields } from './TermFields.tsx';
import { hasErrors, startTerms, type TermErrors, termErrors } from './terms.ts';
import { useHistories } from './useHistories.ts';

const UNSAVED = 'Có sản phẩm chưa lưu. Bỏ các sản phẩm đó?';
const label = (field: string) => shapeOfField('recognitions', field).label;

interface CommonFieldsProps {
  common: Common;
  errors: TermErrors;
  onChange: (common: Common) => void;
}

function CommonFields({ common, errors, onChange }: CommonFieldsProps) {
  return (
    <section aria-label="Chung cho mọi sản phẩm" className="card grid gap-4 p-5 tablet:grid-cols-2 wide:grid-cols-4">
      <TermFields errors={errors} onChange={(change) => onChange({ ...common, ...change })} terms={common} />
      <SwitchFieldRow
        label={label('pending_central')}
        onChange={(pending) => onChange({ ...common, pending_central: pending })}
        value={common.pending_central}
      />
    </section>
  );
}

/** Rows in order, one a product; a product that is already there is not added twice. */
function withProducts(rows: Row[], chosen: readonly ChosenLine[]): Row[] {
  const known = new Set(rows.map((row) => row.product.id));
  const fresh = chosen.filter(({ product }) => !known.has(product.id) && known.add(product.id));
  return [...rows, ...fresh.map(({ product, stars, score }) => ({ product, stars, score, case: null }))];
}

const rowWords = ({ product, stars, score }: Row) =>
  [product.title, stars === 0 ? '' : `${stars} sao`, score === 0 ? '' : `${score} điểm`].filter(Boolean).join(' – ');

function Recognise({ decision }: { decision: Decision & AnyRecord }) {
  const client = useQueryClient();
  const [find] = useState(() => finderFor('products'));
  const [common, setCommon] = useState<Common>(() => ({
    ...startTerms(decision.decided_on),
    pending_central: decision.kind === 'proposal',
  }));
  const errors = termErrors(common, decision.decided_on);
  const [typed, setRows] = useState<Row[]>([]);
  const histories = useHistories(typed.map(({ product }) => product.id));
  const rows = withCases(typed, common, histories);
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const [isPasting, setPasting] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const waiting = rows.filter((row) => outcomes.get(row.product.id)?.isSaved !== true);
  const hasWaiting = waiting.length > 0;

  const kept = { common, rows: typed.filter(({ product }) => outcomes.get(product.id)?.isSaved !== true) };
  const unsaved = useUnsavedValues(`decisions ${decision.id} recognise`, hasWaiting ? kept : null, UNSAVED);
  const take = ({ values }: Found) => {
    const found = values as typeof kept;
    const known = new Set(found.rows.map(({ product }) => product.id));
    setCommon(found.common);
    setRows((before) => [...before.filter(({ product }) => !known.has(product.id)), ...found.rows]);
  };

  const add = (product: Option | null) => {
    if (product !== null) setRows((before) => withProducts(before, [{ product, stars: 0, score: 0 }]));
  };
  const save = async () => {
    setChecked(true);
    if (hasErrors(errors) || waiting.some((row) => rowProblem(row) !== '')) return;
    setBusy(true);
    // What is saved becomes history itself: the cases stay as they were seen.
    setRows(rows.map((row) => ({ ...row, case: row.case ?? row.proposed ?? null })));
    const result = await saveRows(decision.id, waiting, common);
    setOutcomes((before) => new Map([...[...before].filter(([, { isSaved }]) => isSaved), ...result.outcomes]));
    setBusy(false);
    tell(result.words, result.isSaved);
    await refreshAll(client);
  };
  return (
    <>
      <UnsavedNotice
        onTake={take}
        unsaved={unsaved}
        words={({ values }) => <TypedText>{(values as typeof kept).rows.map(rowWords).join('\n')}</TypedText>}
      />
      <CommonFields common={common} errors={errors} onChange={setCommon} />
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-64 max-w-form flex-1">
          <LookupField
            find={find}
            isAdder
            label="Thêm sản phẩm"
            onChange={add}
            placeholder="Gõ tên sản phẩm hoặc chủ thể"
            value={null}
          />
        </div>
        <Button onPress={() => setPasting(true)}>Dán danh sách</Button>
      </div>
      <RowsTable isChecked={isChecked} onChange={(next) => setRows(next)} outcomes={outcomes} rows={rows} />
      <div className="save-bar">
        <Button isDisabled={isBusy || !hasWaiting} isSave look="primary" onPress={save}>
          {isBusy ? 'Đang lưu…' : `Lưu ${waiting.length} sản phẩm`}
        </Button>
        <span className="text-ink-2">{hasWaiting ? 'Có sản phẩm chưa lưu' : ''}</span>
      </div>
      <PasteDialog
        isOpen={isPasting}
        onClose={() => setPasting(false)}
        onDone={(chosen) => setRows((before) => withProducts(before, chosen))}
      />
    </>
  );
}

/** Recognises many products by one decision. */
export function RecogniseScreen({ id }: { id: string }) {
  return (
    <DecisionScreen
      below={<RelatedLists collection="decisions" owner={id} />}
      id={id}
      needs="create"
      refusal="Chỉ người duyệt ghi công nhận sao."
      title="Công nhận nhiều sản phẩm"
    >
      {(decision) => <Recognise decision={decision} />}
    </DecisionScreen>
  );
}
