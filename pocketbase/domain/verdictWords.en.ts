/** The English sentences of verdicts. Months stand in letters: 05/09 would be read two ways. */
import { type DaysLeftWords, sayDaysLeft } from './daysLeft.ts';
import { dayToEnglish } from './englishDay.ts';
import { isWholeDay } from './rules/day.ts';
import type { SentenceTable, VerdictWordFacts } from './verdictWords.ts';

const NO_EXACT_END = 'The source does not give the exact last day';
const NO_STARS = 'OCOP stars may not be shown now.';

function compare(facts: VerdictWordFacts): string {
  return facts.hasPicture === false
    ? 'Compare the name below with the product in your hand.'
    : 'Compare the name and picture below with the product in your hand.';
}

/** Stands between the last day and the full stop. */
export const ENGLISH_DAYS_LEFT: DaysLeftWords = {
  none: ' (today is the last day)',
  one: ' (1 day left)',
  many: ' ({{days}} days left)',
};

function inForceFact({ lastDay, daysLeft }: VerdictWordFacts): string {
  if (lastDay == null) return `The certificate is in force. ${NO_EXACT_END}.`;
  const left = daysLeft == null ? '' : sayDaysLeft(daysLeft, ENGLISH_DAYS_LEFT);
  return `The certificate is valid to the end of ${dayToEnglish(lastDay)}${left}.`;
}

function inForce(facts: VerdictWordFacts) {
  return { headline: `OCOP ${facts.stars} stars – in force`, fact: inForceFact(facts), advice: compare(facts) };
}

function revokedFact({ revocation }: VerdictWordFacts): string {
  const { number = '', day = '', authority = '' } = revocation ?? {};
  const known = [
    number === '' ? '' : ` ${number}`,
    day === '' ? '' : ` of ${dayToEnglish(day)}`,
    authority === '' ? '' : ` by ${authority}`,
  ].join('');
  const by = known === '' ? 'The source does not give number and day of the decision' : `By decision${known}`;
  return `${by}. OCOP stars may not be shown.`;
}

function recalledFact({ recall }: VerdictWordFacts): string {
  const { lot = '', at = '', reason = '' } = recall ?? {};
  const when = at === '' ? '' : `, announced ${at}`;
  return `Lot ${lot}${when}.${reason === '' ? '' : ` Reason: ${reason.replace(/\.+$/, '')}.`}`;
}

function recalled(facts: VerdictWordFacts) {
  const quoted = (facts.recall?.reason ?? '').replace(/\.+$/, '');
  const call = facts.recall?.phone ? ` or call ${facts.recall.phone}` : '';
  const advice = `Do not use it or sell it on. Return it to the shop${call}.`;
  return { headline: 'STOP USING – lot recalled', fact: recalledFact(facts), advice, call, quoted };
}

function termUnknown(facts: VerdictWordFacts) {
  const year = (facts.issuedOn ?? '').slice(0, 4);
  return {
    headline: year === '' ? `OCOP ${facts.stars} stars – term unknown` : `Recognised in ${year}, term unknown`,
    fact: isWholeDay(facts.issuedOn ?? '')
      ? `OCOP ${facts.stars} stars. ${NO_EXACT_END}.`
      : `OCOP ${facts.stars} stars. The source does not give the day of the decision.`,
    advice: '',
  };
}

export const ENGLISH_SENTENCES: SentenceTable = {
  valid: inForce,
  expiresSoon: inForce,
  inGrace: (facts) => ({
    headline: 'Awaiting re-evaluation',
    fact: `The certificate ended on ${dayToEnglish(facts.lastDay ?? '')}; it may be used while the result is awaited, until ${dayToEnglish(facts.graceUntil ?? '')} at the latest.`,
    advice: compare(facts),
  }),
  expired: ({ lastDay }) => ({
    headline: 'OCOP certificate has ended',
    fact: `${lastDay == null ? `${NO_EXACT_END}.` : `It ended after ${dayToEnglish(lastDay)}.`} ${NO_STARS}`,
    advice: 'This is not the use-by date of the product.',
  }),
  revoked: (facts) => ({
    headline: 'OCOP certificate withdrawn',
    fact: revokedFact(facts),
    advice: 'This is not a recall of the goods.',
    quoted: facts.revocation?.authority ?? '',
  }),
  recalled,
  pastUseBy: ({ useBy }) => ({
    headline: 'Past its use-by date',
    fact: `Use by: ${dayToEnglish(useBy ?? '')}.`,
    advice: 'Better not to buy or use it.',
  }),
  lotWithdrawn: ({ withdrawal }) => {
    const { lot = '', day = '', reason = '' } = withdrawal ?? {};
    const quoted = reason.replace(/\.+$/, '');
    const since = day === '' ? '' : ` since ${day}`;
    return {
      headline: 'Lot taken out of circulation',
      fact: `Lot ${lot} out of circulation${since}.${quoted === '' ? '' : ` Reason: ${quoted}.`}`,
      advice: 'This is not a recall of the goods.',
      quoted,
    };
  },
  stampVoid: ({ stamps }) => ({
    headline: 'This stamp was voided',
    fact: stamps === undefined ? '' : `Stamps ${stamps.from}–${stamps.to} were voided on ${dayToEnglish(stamps.day)}.`,
    advice: 'Better not to buy a product with this stamp; please tell us.',
  }),
  unknownCode: ({ code, province }) => ({
    headline: 'Code not found',
    fact: `Code ${code} is not in the OCOP system of ${province} province.`,
    advice: 'Look at the code on the stamp again. Another system may have issued it. You can tell us about it.',
  }),
  wrongCheck: () => ({
    headline: 'Code mistyped',
    fact: 'A sign is wrong or missing.',
    advice: 'Compare each sign with the stamp.',
  }),
  registeredOnly: ({ producer }) => ({
    headline: 'Code issued, lot not yet described',
    fact: `${producer ? `The code was issued to ${producer}. ` : ''}Nothing about the lot has been published yet.`,
    advice: 'If the product is already on sale, please tell us.',
    quoted: producer ?? '',
  }),
  notRecognised: () => ({
    headline: 'Not OCOP-recognised',
    fact: 'It has a trace code, but no decision of recognition.',
    advice: 'Other products of this producer may be recognised; stars are not shared.',
  }),
  pendingCentral: (facts) => ({
    headline: facts.stars == null ? 'Five stars proposed' : `OCOP ${facts.stars} stars – five stars proposed`,
    fact: 'The dossier is with the central council; no result yet.',
    advice: compare(facts),
  }),
  termUnknown,
};
