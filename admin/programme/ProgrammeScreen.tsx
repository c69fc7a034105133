import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId, useMemo, useState } from 'react';
import { ProgrammeCounter } from '#domain/programme/counter.ts';
import { type Day, isWholeDay } from '#domain/rules/day.ts';
import type { SiteSettings } from '#domain/siteSettings.ts';
import type { Failure } from '../api/messages.ts';
import { today } from '../clock.ts';
import { toList, toNew } from '../paths.ts';
import { useSettings } from '../record/queries.ts';
import { Screen } from '../shell/Screen.tsx';
import { ButtonLink, TextLink } from '../ui/Button.tsx';
import { DayField } from '../ui/DayField.tsx';
import { Empty, LoadError, Loading } from '../ui/states.tsx';
import { AreaTable } from './AreaTable.tsx';
import { FactTable } from './FactTable.tsx';
import { type Programme, readProgramme } from './readProgramme.ts';
import { TakingPart } from './TakingPart.tsx';
import { TargetTable } from './TargetTable.tsx';

function Part({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <div>
        <h2 className="text-lg" id={id}>
          {title}
        </h2>
        <p className="max-w-prose text-ink-2">{lead}</p>
      </div>
      {children}
    </section>
  );
}

interface FiguresProps {
  programme: Programme;
  settings: SiteSettings;
  asOf: Day;
}

function Figures({ programme, settings, asOf }: FiguresProps) {
  const { grace, expires_soon_days } = settings;
  const counter = useMemo(
    () => new ProgrammeCounter(programme, { grace, expiresSoonDays: expires_soon_days }),
    [programme, grace, expires_soon_days],
  );
  return (
    <>
      <Part
        lead="Hai số khác nhau, không cộng với nhau. Tham gia mà chưa có sao là bình thường; có sao thì đương nhiên là tham gia."
        title="Tham gia và đang có sao"
      >
        <TakingPart asOf={asOf} counter={counter} programme={programme} />
      </Part>
      <Part
        lead="Mức đã đạt đếm từ hồ sơ, không gõ vào. Chỉ tiêu đã đến hạn tính cho ngày cuối của nó khi đếm lại được ngày ấy."
        title="Chỉ tiêu và mức đã đạt"
      >
        {programme.targets.length === 0 ? (
          <Empty icon="figure" words="Chưa có chỉ tiêu nào.">
            <ButtonLink href={toNew('targets')}>Thêm chỉ tiêu</ButtonLink>
          </Empty>
        ) : (
          <TargetTable asOf={asOf} counter={counter} programme={programme} />
        )}
      </Part>
      <Part
        lead="Theo xã, phường của chủ thể. Xã gộp từ nhiều huyện cũ được đếm ở từng huyện, nên cộng các huyện có thể hơn toàn tỉnh."
        title="Theo địa bàn"
      >
        <AreaTable asOf={asOf} counter={counter} programme={programme} />
      </Part>
      <Part
        lead="Chủ thể đang hiện trong danh mục, theo hồ sơ hôm nay. Chưa ai ghi thì đếm riêng là chưa rõ, không coi là không."
        title="Tình hình của chủ thể"
      >
        <FactTable producers={programme.producers} />
      </Part>
      <p className="flex flex-wrap gap-x-4 gap-y-1">
        <TextLink href={toList('supports')}>Các khoản hỗ trợ</TextLink>
        <TextLink href={toList('trainings')}>Các lớp tập huấn</TextLink>
        <TextLink href={toList('growing_areas')}>Vùng trồng, cơ sở đóng gói</TextLink>
      </p>
    </>
  );
}

/** The programme in numbers for its office: who takes part, what of the targets is reached on a day, what is known of producers. */
export function ProgrammeScreen() {
  const settings = useSettings();
  const [typed, setTyped] = useState('');
  const now = today(settings?.test_today);
  const programme = useQuery<Programme, Failure>({
    queryKey: ['programme', now],
    queryFn: () => readProgramme(now),
    enabled: settings !== undefined,
  });
  const isRead = typed === '' || isWholeDay(typed);
  return (
    <Screen title="Chương trình">
      <DayField
        error={isRead ? '' : 'Viết đủ ngày/tháng/năm.'}
        hint="Để trống: hôm nay. Ngày đã qua được đếm lại từ các quyết định có đến ngày ấy."
        label="Tính đến ngày"
        onChange={setTyped}
        value={typed}
      />
      {programme.isError && <LoadError message={programme.error.message} onRetry={() => programme.refetch()} />}
      {programme.isPending && <Loading />}
      {programme.data !== undefined && settings !== undefined && (
        <Figures asOf={isRead && typed !== '' ? typed : now} programme={programme.data} settings={settings} />
      )}
    </Screen>
  );
}
