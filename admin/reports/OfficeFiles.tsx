import { useState } from 'react';
import { ministrySheet } from '#domain/report/ministry.ts';
import { type RegistryRecords, readRegistry } from '#domain/report/readRegistry.ts';
import { registrySheet } from '#domain/report/registry.ts';
import type { Day } from '#domain/rules/day.ts';
import { may } from '../access.ts';
import { askPage } from '../api/reportRecords.ts';
import { type FileKind, saveSheet } from '../export/saveSheets.ts';
import { usePerson } from '../shell/person.ts';
import { Button } from '../ui/Button.tsx';
import { ChoiceField } from '../ui/choiceFields.tsx';
import { tell } from '../ui/toast.tsx';

const YEARS_BACK = 6;

/** The registry that the office keeps and the table that the ministry takes, as files. */
export function OfficeFiles({ today }: { today: Day }) {
  const { role } = usePerson();
  const [year, setYear] = useState(today.slice(0, 4));
  const [isBusy, setBusy] = useState(false);
  const years = Array.from({ length: YEARS_BACK }, (_, back) => String(Number(today.slice(0, 4)) - back));
  const save = async (write: (records: RegistryRecords) => Promise<void>) => {
    setBusy(true);
    try {
      await write(await readRegistry(askPage));
      tell('Đã tải về.');
    } catch (error) {
      tell(`Chưa tải về được. ${(error as Error).message}`, false);
    } finally {
      setBusy(false);
    }
  };
  const ministry = (kind: FileKind) =>
    save((records) => saveSheet(ministrySheet(records, year, today), `PTNT_OCOP-${year}`, kind));
  return (
    <section aria-labelledby="tep-cua-co-quan" className="card no-print flex flex-col gap-4 p-5">
      <h2 className="text-lg" id="tep-cua-co-quan">
        Sổ theo dõi và bảng của Bộ
      </h2>
      <div className="flex flex-wrap items-end gap-3">
        <Button
          icon="paper"
          isDisabled={isBusy}
          onPress={() =>
            save((records) => saveSheet(registrySheet(records, today), `so-theo-doi-ocop-${today}`, 'xlsx'))
          }
        >
          Tải về sổ theo dõi 22 cột
        </Button>
        <p className="max-w-prose text-ink-2 text-sm">
          {may(role, 'see', 'producer_contacts')
            ? 'Nhập lại được: dòng không sửa thì không đổi gì.'
            : 'Không có địa chỉ, người đại diện, điện thoại: vai trò của bạn không được xem.'}
        </p>
      </div>
      <div className="flex flex-wrap items-end gap-3">
        <ChoiceField
          choices={Object.fromEntries(years.map((each) => [`${each} `, each]))}
          label="Năm"
          onChange={(chosen) => setYear(chosen.trim())}
          value={`${year} `}
        />
        <Button icon="paper" isDisabled={isBusy} onPress={() => ministry('xlsx')}>
          Tải về PTNT_OCOP (XLSX)
        </Button>
        <Button icon="paper" isDisabled={isBusy} onPress={() => ministry('csv')}>
          Tải về PTNT_OCOP (CSV)
        </Button>
      </div>
    </section>
  );
}
