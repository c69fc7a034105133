import type { ProgrammeCounter } from '#domain/programme/counter.ts';
import { type TargetReached, targetReached } from '#domain/programme/targetReached.ts';
import { type Day, dayToVietnamese } from '#domain/rules/day.ts';
import type { Target } from '#domain/target.ts';
import { toRecord } from '../paths.ts';
import { TextLink } from '../ui/Button.tsx';
import { Chip } from '../ui/states.tsx';
import { WideTable } from '../ui/WideTable.tsx';
import type { Programme } from './readProgramme.ts';

const numbers = new Intl.NumberFormat('vi-VN');

function ReachedCells({ target, reached }: { target: Target; reached: TargetReached }) {
  if (reached.value === null || reached.share === null || reached.missing === null)
    return (
      <td className="text-ink-2" colSpan={4}>
        Phần mềm không đếm được từ hồ sơ
      </td>
    );
  return (
    <>
      <td className="text-end tabular-nums">{numbers.format(reached.value)}</td>
      <td className="text-end tabular-nums">{`${numbers.format(reached.share)} %`}</td>
      <td>
        {reached.isReached ? (
          <Chip tone="good">Đã đạt</Chip>
        ) : (
          `Còn thiếu ${numbers.format(reached.missing)} ${target.unit}`
        )}
        {reached.unknown > 0 && (
          <span className="block text-sm text-ink-2">{`${numbers.format(reached.unknown)} chưa rõ, không tính`}</span>
        )}
      </td>
      <td>{dayToVietnamese(reached.on)}</td>
    </>
  );
}

interface TargetTableProps {
  programme: Programme;
  counter: ProgrammeCounter;
  asOf: Day;
}

/** Every target, where and until when, beside what the records say is reached of it on a day. */
export function TargetTable({ programme, counter, asOf }: TargetTableProps) {
  const nameOf = new Map(programme.communes.map(({ id, name }) => [id, name]));
  return (
    <WideTable title="Chỉ tiêu và mức đã đạt">
      <thead>
        <tr>
          <th scope="col">Chỉ tiêu</th>
          <th scope="col">Địa bàn</th>
          <th scope="col">Đến hết</th>
          <th className="text-end" scope="col">
            Cần đạt
          </th>
          <th className="text-end" scope="col">
            Đã đạt
          </th>
          <th className="text-end" scope="col">
            Tỷ lệ
          </th>
          <th scope="col">Còn lại</th>
          <th scope="col">Tính đến</th>
        </tr>
      </thead>
      <tbody>
        {programme.targets.map((target) => (
          <tr key={target.id}>
            <th scope="row">
              <TextLink href={toRecord('targets', target.id)}>{target.name}</TextLink>
            </th>
            <td>{nameOf.get(target.commune) ?? (target.former_area || 'Toàn tỉnh')}</td>
            <td>{dayToVietnamese(target.due_on)}</td>
            <td className="text-end tabular-nums">{`${numbers.format(target.value)} ${target.unit}`}</td>
            <ReachedCells reached={targetReached(target, counter, asOf)} target={target} />
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}
