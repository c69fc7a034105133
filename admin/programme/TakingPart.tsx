import type { ProgrammeCounter } from '#domain/programme/counter.ts';
import type { Day } from '#domain/rules/day.ts';
import { programmeProblem } from '#domain/rules/programmeState.ts';
import { isRecognisedStars } from '#domain/rules/stars.ts';
import { toRecord } from '../paths.ts';
import { TextLink } from '../ui/Button.tsx';
import { Notice } from '../ui/states.tsx';
import type { Programme } from './readProgramme.ts';

const numbers = new Intl.NumberFormat('vi-VN');

function CountCard({ count, title, how }: { count: number; title: string; how: string }) {
  return (
    <div className="card flex flex-col gap-1 p-4">
      <span className="font-semibold text-2xl tabular-nums">{numbers.format(count)}</span>
      <span className="font-semibold">{title}</span>
      <span className="text-sm text-ink-2">{how}</span>
    </div>
  );
}

/** Products whose stated part in the programme does not fit their decisions, in words with the way out. */
function misfits({ products }: Programme, counter: ProgrammeCounter, on: Day) {
  return products.flatMap(({ id, name, programme_state }) => {
    const everRecognised = counter
      .recognitionsOf(id)
      .some(({ stars, pending_central }) => isRecognisedStars(stars) && !pending_central);
    const words = programmeProblem(programme_state, counter.starsOn(id, on) !== null, everRecognised);
    return words === '' ? [] : [{ id, name, words }];
  });
}

interface TakingPartProps {
  programme: Programme;
  counter: ProgrammeCounter;
  asOf: Day;
}

/** The two counts that must never be mixed, and products of which the two sides do not fit. */
export function TakingPart({ programme, counter, asOf }: TakingPartProps) {
  const stars = programme.products.map(({ id }) => counter.starsOn(id, asOf));
  const found = misfits(programme, counter, asOf);
  return (
    <>
      <div className="grid gap-3 tablet:grid-cols-3">
        <CountCard
          count={programme.products.filter((product) => counter.takesPart(product, asOf)).length}
          how="Ghi là tham gia hoặc đạt sao, và mọi sản phẩm đang có giấy chứng nhận."
          title="Tham gia chương trình"
        />
        <CountCard
          count={stars.filter((each) => typeof each === 'number').length}
          how="Giấy chứng nhận từ 3 sao còn hiệu lực trong ngày tính."
          title="Đang có sao"
        />
        <CountCard
          count={stars.filter((each) => each === 'unknown').length}
          how="Nguồn không nêu đủ ngày: đếm riêng, không tính là đang có sao."
          title="Chưa rõ thời hạn"
        />
      </div>
      {found.length > 0 && (
        <Notice icon="warning" tone="attention">
          <p className="font-semibold">{`${numbers.format(found.length)} sản phẩm ghi chưa khớp với quyết định`}</p>
          <ul className="list-disc ps-5">
            {found.map(({ id, name, words }) => (
              <li key={id}>
                <TextLink href={toRecord('products', id)}>{name}</TextLink>: {words}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
