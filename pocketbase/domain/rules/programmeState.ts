/**
 * Taking part in the programme, and holding stars: two counts that must never be mixed (565 take part, 393 hold stars). To take part without
 * stars is normal; whoever holds stars takes part. Stars are derived from decisions; only taking part is stated.
 */

/** `programme_state` of a product as the office states it; empty where nobody did. */
export type StatedState = '' | 'candidate' | 'recognised' | 'left';

/** Whether a product takes part. `holdsStars`: it has a certificate in force, or one of which the source does not say until when. */
export function takesPart(stated: StatedState, holdsStars: boolean): boolean {
  return holdsStars || stated === 'candidate' || stated === 'recognised';
}

/** What of a stated state does not fit the decisions, in words with the way out; empty where it fits. `everRecognised`: at any time. */
export function programmeProblem(stated: StatedState, holdsStars: boolean, everRecognised: boolean): string {
  if (holdsStars && stated === 'left')
    return 'Ghi là không còn tham gia, nhưng giấy chứng nhận còn hiệu lực. Hãy ghi “Đạt sao”, hoặc nhập quyết định thu hồi giấy chứng nhận.';
  if (holdsStars && stated === 'candidate')
    return 'Ghi là chưa có sao, nhưng giấy chứng nhận còn hiệu lực. Hãy ghi “Đạt sao”.';
  if (stated === 'recognised' && !everRecognised)
    return 'Ghi là đạt sao, nhưng chưa có lần công nhận nào. Hãy nhập quyết định công nhận, hoặc ghi “Tham gia, chưa có sao”.';
  return '';
}
