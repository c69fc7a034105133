import { type Count, countByGate, countByStars, type Judged } from './judged.ts';

function Counts({ title, counts, unit }: { title: string; counts: readonly Count[]; unit: string }) {
  if (counts.length === 0) return null;
  return (
    <div>
      <h2 className="text-lg">{title}</h2>
      <ul className="flex flex-wrap gap-x-6 gap-y-1 pt-1">
        {counts.map(({ words, count }) => (
          <li key={words}>
            <strong className="tabular-nums">{count}</strong>
            <span className="text-ink-2">{` ${unit}${words}`}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** How many products come to how many stars, and which gates hold how many back. */
export function RoundTotals({ judged }: { judged: readonly Judged[] }) {
  if (judged.length === 0) return null;
  return (
    <section aria-label="Kết quả đến nay" className="card flex flex-col gap-4 p-5">
      <Counts counts={countByStars(judged)} title="Theo số sao" unit="" />
      <Counts counts={countByGate(judged)} title="Chưa đạt mức tối thiểu" unit="sản phẩm ở tiêu chí " />
    </section>
  );
}
