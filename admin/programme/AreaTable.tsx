import { useState } from 'react';
import { formerDistrictsOf, type ProgrammeArea } from '#domain/programme/area.ts';
import type { ProgrammeCounter } from '#domain/programme/counter.ts';
import type { Day } from '#domain/rules/day.ts';
import type { TargetMeasure } from '#domain/target.ts';
import { SegmentField } from '../ui/choiceFields.tsx';
import { WideTable } from '../ui/WideTable.tsx';
import type { Programme } from './readProgramme.ts';

const numbers = new Intl.NumberFormat('vi-VN');
const byName = new Intl.Collator('vi', { numeric: true }).compare;

const COLUMNS: readonly { measure: TargetMeasure; title: string }[] = [
  { measure: 'participating', title: 'Tham gia' },
  { measure: 'in_force', title: 'Đang có sao' },
  { measure: 'four_stars', title: 'Từ 4 sao' },
  { measure: 'five_stars', title: '5 sao' },
  { measure: 'producers', title: 'Chủ thể' },
];

interface NamedArea extends ProgrammeArea {
  name: string;
}

function areasBy(kind: string, { communes }: Programme): NamedArea[] {
  if (kind === 'commune') return communes.map(({ id, name }) => ({ name, commune: id, former_area: '' }));
  const districts = new Set(communes.flatMap(formerDistrictsOf));
  return [...districts].map((name) => ({ name, commune: '', former_area: name }));
}

interface AreaTableProps {
  programme: Programme;
  counter: ProgrammeCounter;
  asOf: Day;
}

/** The same counts for each former district or commune that has any. */
export function AreaTable({ programme, counter, asOf }: AreaTableProps) {
  const [kind, setKind] = useState('former');
  const question = { on: asOf, year: asOf.slice(0, 4) };
  const rows = areasBy(kind, programme)
    .map((area) => ({
      ...area,
      counts: COLUMNS.map(({ measure }) => counter.count(measure, { ...question, area })?.value ?? 0),
    }))
    .filter(({ counts }) => counts.some((count) => count > 0))
    .sort((a, b) => byName(a.name, b.name));
  return (
    <>
      <SegmentField
        choices={{ former: 'Huyện cũ', commune: 'Xã, phường' }}
        label="Chia theo"
        onChange={setKind}
        value={kind}
      />
      <WideTable title="Theo địa bàn">
        <thead>
          <tr>
            <th scope="col">Địa bàn</th>
            {COLUMNS.map(({ title }) => (
              <th className="text-end" key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, counts }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {counts.map((count, at) => (
                <td className="text-end tabular-nums" key={COLUMNS[at]?.measure}>
                  {numbers.format(count)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </WideTable>
    </>
  );
}
