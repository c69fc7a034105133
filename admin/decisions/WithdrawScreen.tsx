import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Decision } from '#domain/decision.ts';
import { REVOCATION_GROUNDS } from '#domain/recognition.ts';
import type { AnyRecord } from '../api/records.ts';
import { finderFor } from '../record/find.ts';
import { refreshAll } from '../record/queries.ts';
import { shapeOfField } from '../record/schema.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { ChoiceField } from '../ui/choiceFields.tsx';
import { DayField } from '../ui/DayField.tsx';
import { LookupField, type Option } from '../ui/LookupField.tsx';
import { Empty } from '../ui/states.tsx';
import { tell } from '../ui/toast.tsx';
import { TypedText, UnsavedNotice } from '../unsaved/UnsavedNotice.tsx';
import { useUnsavedValues } from '../unsaved/useUnsaved.ts';
import { DecisionScreen } from './DecisionScreen.tsx';
import { OutcomeMark } from './OutcomeMark.tsx';
import { PasteDialog } from './PasteDialog.tsx';
import type { Outcome } from './saveResult.ts';
import { type Withdrawal, withdrawAll } from './saveRows.ts';

const UNSAVED = 'Có sản phẩm chưa lưu. Bỏ các sản phẩm đó?';
const NO_GROUND = 'Hãy chọn lý do thu hồi.';
const label = (field: string) => shapeOfField('recognitions', field).label;

interface CommonProps {
  withdrawal: Withdrawal;
  isChecked: boolean;
  onChange: (withdrawal: Withdrawal) => void;
}

function CommonFields({ withdrawal, isChecked, onChange }: CommonProps) {
  const isMissing = isChecked && withdrawal.revocation_ground === '';
  return (
    <section aria-label="Chung cho mọi sản phẩm" className="card grid gap-4 p-5 tablet:grid-cols-2">
      <DayField
        label={label('revoked_on')}
        onChange={(day) => onChange({ ...withdrawal, revoked_on: day })}
        value={withdrawal.revoked_on}
      />
      <ChoiceField
        choices={REVOCATION_GROUNDS}
        {...(isMissing ? { error: NO_GROUND } : {})}
        label={label('revocation_ground')}
        onChange={(code) => onChange({ ...withdrawal, revocation_ground: code as Withdrawal['revocation_ground'] })}
        value={withdrawal.revocation_ground}
      />
    </section>
  );
}

interface ListProps {
  products: readonly Option[];
  outcomes: ReadonlyMap<string, Outcome>;
  onRemove: (id: string) => void;
}

function ProductList({ products, outcomes, onRemove }: ListProps) {
  if (products.length === 0)
    return <Empty icon="product" words="Chưa có sản phẩm nào. Tìm để thêm, hoặc dán cả danh sách." />;
  return (
    <ul aria-label="Sản phẩm bị thu hồi giấy chứng nhận" className="card px-5 py-2">
      {products.map(({ id, title, detail }) => {
        const outcome = outcomes.get(id);
        return (
          <li className="flex flex-wrap items-center gap-3 border-line border-t py-3 first:border-t-0" key={id}>
            <span className="min-w-0 flex-1 font-semibold">
              {title}
              <span className="block font-normal text-ink-2 text-sm">{detail}</span>
              {outcome !== undefined && <OutcomeMark outcome={outcome} />}
            </span>
            {outcome?.isSaved !== true && (
              <IconButton icon="remove" label={`Bỏ ${title}`} onPress={() => onRemove(id)} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function joined(before: readonly Option[], more: readonly Option[]): Option[] {
  return [...new Map([...before, ...more].map((product) => [product.id, product])).values()];
}

function Withdraw({ decision }: { decision: Decision & AnyRecord }) {
  const client = useQueryClient();
  const [find] = useState(() => finderFor('products'));
  const [withdrawal, setWithdrawal] = useState<Withdrawal>({ revoked_on: decision.decided_on, revocation_ground: '' });
  const [products, setProducts] = useState<Option[]>([]);
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const [isPasting, setPasting] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const waiting = products.filter(({ id }) => outcomes.get(id)?.isSaved !== true);
  const hasWaiting = waiting.length > 0;

  const kept = { withdrawal, products: waiting };
  const unsaved = useUnsavedValues(`decisions ${decision.id} withdraw`, hasWaiting ? kept : null, UNSAVED);

  const save = async () => {
    setChecked(true);
    if (withdrawal.revocation_ground === '') return;
    setBusy(true);
    const result = await withdrawAll(decision.id, waiting, withdrawal);
    setOutcomes((before) => new Map([...[...before].filter(([, { isSaved }]) => isSaved), ...result.outcomes]));
    setBusy(false);
    tell(result.words, result.isSaved);
    await refreshAll(client);
  };
  return (
    <>
      <UnsavedNotice
        onTake={({ values }) => {
          const found = values as typeof kept;
          setWithdrawal(found.withdrawal);
          setProducts((before) => joined(before, found.products));
        }}
        unsaved={unsaved}
        words={({ values }) => (
          <TypedText>{(values as typeof kept).products.map(({ title }) => title).join('\n')}</TypedText>
        )}
      />
      <CommonFields isChecked={isChecked} onChange={setWithdrawal} withdrawal={withdrawal} />
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-64 max-w-form flex-1">
          <LookupField
            find={find}
            isAdder
            label="Thêm sản phẩm"
            onChange={(product) => product !== null && setProducts((before) => joined(before, [product]))}
            placeholder="Gõ tên sản phẩm hoặc chủ thể"
            value={null}
          />
        </div>
        <Button onPress={() => setPasting(true)}>Dán danh sách</Button>
      </div>
      <ProductList
        onRemove={(gone) => setProducts((before) => before.filter(({ id }) => id !== gone))}
        outcomes={outcomes}
        products={products}
      />
      <div className="save-bar">
        <Button isDisabled={isBusy || !hasWaiting} look="danger" onPress={save}>
          {isBusy ? 'Đang lưu…' : `Thu hồi của ${waiting.length} sản phẩm`}
        </Button>
        <span className="text-ink-2">{hasWaiting ? 'Có sản phẩm chưa lưu' : ''}</span>
      </div>
      <PasteDialog
        isOpen={isPasting}
        onClose={() => setPasting(false)}
        onDone={(chosen) =>
          setProducts((before) =>
            joined(
              before,
              chosen.map(({ product }) => product),
            ),
          )
        }
      />
    </>
  );
}

/** Withdraws the certificates of many products by one decision. */
export function WithdrawScreen({ id }: { id: string }) {
  return (
    <DecisionScreen
      id={id}
      needs="update"
      refusal="Chỉ người duyệt thu hồi giấy chứng nhận."
      title="Thu hồi giấy chứng nhận nhiều sản phẩm"
    >
      {(decision) => <Withdraw decision={decision} />}
    </DecisionScreen>
  );
}
