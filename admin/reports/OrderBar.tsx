import { type Day, dayToVietnamese, isWholeDay } from '#domain/rules/day.ts';
import { navigate, useLocation, withQuery } from '../router.ts';
import { ChoiceField, SegmentField } from '../ui/choiceFields.tsx';
import { DayField } from '../ui/DayField.tsx';
import { type Asked, KNOWN, periodsUntil, REPORT_QUERY } from './order.ts';

/** Not a period: a year up to some day, which is then asked for. */
const UP_TO_A_DAY = 'day';

/** Which period, as of which day, by which records. */
export function OrderBar({ asked, today }: { asked: Asked; today: Day }) {
  const { query } = useLocation();
  const { period, asOf, known, order } = asked;
  const change = (changes: Readonly<Record<string, string>>) => navigate(withQuery(query, changes), { replace: true });
  const isUpToDay = isWholeDay(period.key);
  const periods = periodsUntil(today);
  const choices = [...periods.map(({ key, label }) => [key, label]), [UP_TO_A_DAY, 'Từ đầu năm đến một ngày']];
  const choose = (key: string) =>
    change({ [REPORT_QUERY.period]: key === UP_TO_A_DAY ? today : key, [REPORT_QUERY.asOf]: '' });
  const setDay = (day: string) => {
    if (isWholeDay(day) || day === '') change({ [isUpToDay ? REPORT_QUERY.period : REPORT_QUERY.asOf]: day });
  };
  return (
    <div className="card no-print grid gap-4 p-5 tablet:grid-cols-2">
      <ChoiceField
        choices={Object.fromEntries(choices)}
        label="Kỳ báo cáo"
        onChange={choose}
        value={isUpToDay ? UP_TO_A_DAY : period.key}
      />
      <DayField
        error={order === null ? 'Ngày phải từ đầu kỳ đến hôm nay.' : ''}
        hint={
          isUpToDay
            ? 'Số liệu từ đầu năm đến hết ngày này.'
            : `Để trống: ${dayToVietnamese(period.to < today ? period.to : today)}.`
        }
        label={isUpToDay ? 'Đến hết ngày' : 'Ngày lập báo cáo'}
        onChange={setDay}
        value={isUpToDay ? period.key : asOf}
      />
      <SegmentField
        choices={KNOWN}
        hint="Chọn cách đầu để sửa đổi về sau không làm thay đổi báo cáo đã gửi."
        label="Theo hồ sơ"
        onChange={(by) => change({ [REPORT_QUERY.known]: by === 'now' ? by : '' })}
        value={known}
      />
    </div>
  );
}
