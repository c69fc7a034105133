import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { failureOf } from '../api/messages.ts';
import { createRecord } from '../api/records.ts';
import { PasteDialog } from '../decisions/PasteDialog.tsx';
import { finderFor } from '../record/find.ts';
import { refreshAll } from '../record/queries.ts';
import { Button } from '../ui/Button.tsx';
import { LookupField, type Option } from '../ui/LookupField.tsx';
import { Notice } from '../ui/states.tsx';
import { tell } from '../ui/toast.tsx';

interface Refused {
  product: Option;
  why: string;
}

/** Adds each product by itself: one that cannot come keeps no other away. */
async function addAll(round: string, products: readonly Option[]): Promise<Refused[]> {
  const refused: Refused[] = [];
  for (const product of products) {
    try {
      await createRecord('evaluations', { round, product: product.id, state: 'candidate' });
    } catch (error) {
      refused.push({ product, why: failureOf(error).message });
    }
  }
  return refused;
}

function RefusedList({ refused }: { refused: readonly Refused[] }) {
  if (refused.length === 0) return null;
  return (
    <Notice icon="warning" tone="attention">
      <p className="font-semibold">{`Chưa thêm được ${refused.length} sản phẩm:`}</p>
      <ul className="list-disc ps-5">
        {refused.map(({ product, why }) => (
          <li key={product.id}>{`${product.title}: ${why}`}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** Puts products into a round: one by name, many by a pasted list. */
export function AddCandidates({ round }: { round: string }) {
  const client = useQueryClient();
  const [find] = useState(() => finderFor('products'));
  const [isPasting, setPasting] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused[]>([]);
  const add = async (products: readonly Option[]) => {
    setBusy(true);
    const found = await addAll(round, products);
    setRefused(found);
    setBusy(false);
    tell(`Đã thêm ${products.length - found.length}/${products.length} sản phẩm vào đợt.`, found.length === 0);
    await refreshAll(client);
  };
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-64 max-w-form flex-1">
          <LookupField
            find={find}
            isAdder
            isDisabled={isBusy}
            label="Thêm sản phẩm vào đợt"
            onChange={(product) => product !== null && void add([product])}
            placeholder="Gõ tên sản phẩm hoặc chủ thể"
            value={null}
          />
        </div>
        <Button isDisabled={isBusy} onPress={() => setPasting(true)}>
          {isBusy ? 'Đang thêm…' : 'Dán danh sách'}
        </Button>
      </div>
      <RefusedList refused={refused} />
      <PasteDialog
        isOpen={isPasting}
        onClose={() => setPasting(false)}
        onDone={(chosen) => void add(chosen.map(({ product }) => product))}
      />
    </div>
  );
}
