import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Training } from '#domain/training.ts';
import { may } from '../access.ts';
import type { AnyRecord } from '../api/records.ts';
import { refreshAll, useRecords } from '../record/queries.ts';
import { outcomeWords, setValues } from '../record/setValues.ts';
import { usePerson } from '../shell/person.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/states.tsx';
import { tell } from '../ui/toast.tsx';

/** Offers to note that the producers of a course are trained; nothing is noted unless somebody presses. */
export function TrainedPanel({ record }: { record: AnyRecord }) {
  const client = useQueryClient();
  const person = usePerson();
  const [isBusy, setBusy] = useState(false);
  const { producers } = record as AnyRecord & Training;
  const untold = (useRecords('producers', producers).data ?? []).filter((each) => each['trained'] !== 'yes');
  if (untold.length === 0 || !may(person, 'update', 'producers')) return null;
  const note = async () => {
    setBusy(true);
    const outcome = await setValues('producers', untold, { trained: 'yes' });
    setBusy(false);
    tell(outcomeWords(outcome), outcome.failed === 0);
    await refreshAll(client);
  };
  return (
    <Notice icon="people" tone="waiting">
      <p>{`${untold.length} chủ thể có người dự lớp này chưa được ghi là đã tập huấn: ${untold.map((each) => each['name']).join('; ')}.`}</p>
      <div className="pt-2">
        <Button isDisabled={isBusy} onPress={note}>
          {`Ghi “Đã tập huấn: Có” cho ${untold.length} chủ thể`}
        </Button>
      </div>
    </Notice>
  );
}
