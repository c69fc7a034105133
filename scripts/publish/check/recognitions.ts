import type { Problem } from '#domain/release.ts';
import { LEAST_RECOGNISED_STARS, scoreToStars } from '#domain/rules/stars.ts';
import type { OfficeRecord } from '../read.ts';
import { type CheckContext, problemAt } from './context.ts';

type Recognition = OfficeRecord<'recognitions'>;

/** What is wrong with the stars, and how badly; undefined when nothing. */
function starsProblem(recognition: Recognition): [Problem['severity'], string] | undefined {
  const { stars, score, pending_central: pending } = recognition;
  if (stars > 0 && stars < LEAST_RECOGNISED_STARS)
    return ['error', 'Dưới 3 sao không có quyết định công nhận (Điều 4 Quyết định 26/2026/QĐ-TTg). Hãy sửa số sao.'];
  if (pending && stars === 5)
    return ['error', 'Đang đề nghị Trung ương thì chưa là 5 sao. Hãy ghi số sao tỉnh đã công nhận.'];
  const band = score > 0 ? scoreToStars(score) : null;
  // Fewer stars than the band are possible: a gate of the criteria set was missed.
  if (band !== null && stars > band)
    return ['warning', `${score} điểm chỉ ứng với ${band} sao. Hãy so lại với quyết định.`];
  return undefined;
}

/** Stars agree with their score and with the law. */
export function checkRecognitions({ office, selection }: CheckContext): Problem[] {
  return selection.recognitions.flatMap((recognition) => {
    const found = starsProblem(recognition);
    return found === undefined ? [] : [problemAt(office, found[0], 'recognitions', recognition, 'stars', found[1])];
  });
}
