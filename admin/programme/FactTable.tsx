import { PRODUCER_FACTS, type ProducerFact } from '#domain/programme/records.ts';
import { toList } from '../paths.ts';
import { NOT_STATED } from '../record/listQuery.ts';
import { shapeOfField } from '../record/schema.ts';
import { TextLink } from '../ui/Button.tsx';
import { WideTable } from '../ui/WideTable.tsx';
import type { Programme } from './readProgramme.ts';

const numbers = new Intl.NumberFormat('vi-VN');
const ANSWERS = [
  { value: 'yes', title: 'Có' },
  { value: 'no', title: 'Không' },
  { value: '', title: 'Chưa rõ' },
] as const;

/** What is known of producers in the catalogue, each number leading to its list; of how many nobody has said stands apart. */
export function FactTable({ producers }: Pick<Programme, 'producers'>) {
  const count = (fact: ProducerFact, value: string) => producers.filter((each) => each[fact] === value).length;
  return (
    <WideTable title="Tình hình của chủ thể">
      <thead>
        <tr>
          <th scope="col">Mục</th>
          {ANSWERS.map(({ title }) => (
            <th className="text-end" key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {PRODUCER_FACTS.map((fact) => {
          const { label } = shapeOfField('producers', fact);
          return (
            <tr key={fact}>
              <th scope="row">{label}</th>
              {ANSWERS.map(({ value, title }) => (
                <td className="text-end tabular-nums" key={title}>
                  <TextLink href={`${toList('producers')}?${fact}=${value || NOT_STATED}`}>
                    {numbers.format(count(fact, value))}
                    <span className="sr-only">{` chủ thể, ${label}: ${title}`}</span>
                  </TextLink>
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </WideTable>
  );
}
