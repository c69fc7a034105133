import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Selection } from 'react-aria-components';
import type { CollectionName } from '#domain/nouns.ts';
import { isBeyondDraft } from '#domain/rules/review.ts';
import { mayApprove } from '../access.ts';
import { failureOf } from '../api/messages.ts';
import { type AnyRecord, updateRecord } from '../api/records.ts';
import { usePerson } from '../shell/person.ts';
import { Button } from '../ui/Button.tsx';
import { tell } from '../ui/toast.tsx';
import { BulkField } from './BulkField.tsx';
import { refreshAll } from './queries.ts';

interface Outcome {
  done: number;
  /** Approved ones, which wait for no approval. */
  passed: number;
  failed: number;
  message: string;
}

/** Gives records a state, one after the other: each is refused or kept by itself. */
async function setState(collection: CollectionName, records: AnyRecord[], state: string): Promise<Outcome> {
  const outcome: Outcome = { done: 0, passed: 0, failed: 0, message: '' };
  for (const record of records) {
    if (record['state'] === state) continue;
    if (state === 'waiting' && isBeyondDraft(String(record['state']))) {
      outcome.passed += 1;
      continue;
    }
    try {
      await updateRecord(collection, record.id, record['version'], { state });
      outcome.done += 1;
    } catch (error) {
      outcome.failed += 1;
      outcome.message = failureOf(error).message;
    }
  }
  return outcome;
}

function outcomeWords({ done, passed, failed, message }: Outcome): string {
  const refused = failed === 0 ? '' : `, còn ${failed} chưa được: ${message}`;
  const left = passed === 0 ? '' : ` ${passed} bản ghi đã duyệt giữ nguyên: mở từng bản ghi để đề nghị sửa.`;
  return `Đã đổi ${done} bản ghi${refused}${refused === '' ? '.' : ''}${left}`;
}

/** What may be done with the chosen rows. */
export function BulkBar({
  collection,
  rows,
  selection,
  onDone,
}: {
  collection: CollectionName;
  rows: AnyRecord[];
  selection: Selection;
  onDone: () => void;
}) {
  const client = useQueryClient();
  const { role } = usePerson();
  const [isBusy, setBusy] = useState(false);
  const chosen = selection === 'all' ? rows : rows.filter((record) => selection.has(record.id));
  if (chosen.length === 0) return null;
  const apply = async (state: string) => {
    setBusy(true);
    const outcome = await setState(collection, chosen, state);
    setBusy(false);
    onDone();
    tell(outcomeWords(outcome), outcome.failed === 0);
    await refreshAll(client);
  };
  return (
    <div className="save-bar">
      <span className="font-semibold">{`Đã chọn ${chosen.length}`}</span>
      {mayApprove(role) ? (
        <>
          <Button icon="check" isDisabled={isBusy} onPress={() => apply('approved')}>
            Duyệt
          </Button>
          <Button isDisabled={isBusy} onPress={() => apply('withdrawn')}>
            Rút khỏi danh mục
          </Button>
        </>
      ) : (
        <Button isDisabled={isBusy} onPress={() => apply('waiting')}>
          Gửi chờ duyệt
        </Button>
      )}
      <BulkField chosen={chosen} collection={collection} onDone={onDone} />
    </div>
  );
}
