/** What the records tell for a letter. */
import type { AuthorityLevel } from '#domain/rules/legalBasis.ts';
import type { SiteSettings } from '#domain/siteSettings.ts';
import { type WorkItem, wordOf } from '../worklist/work.ts';
import { LETTER_STAGES, type LetterFacts, type LetterStage } from './letter.ts';

const TOURISM_SET = 26;

type Office = Pick<
  SiteSettings,
  | 'office'
  | 'office_parent'
  | 'office_phone'
  | 'office_email'
  | 'office_address'
  | 'letter_place'
  | 'signer_title'
  | 'province'
>;

function officeOf(settings: Office): LetterFacts['office'] {
  return {
    name: settings.office,
    parent: settings.office_parent,
    place: settings.letter_place || settings.province,
    phone: settings.office_phone,
    email: settings.office_email,
    address: settings.office_address,
    signerTitle: settings.signer_title,
  };
}

/** Whether the office writes about a certificate: not where the dossier lies there, and not where nobody is known to write to. */
export function getsLetter({ row, producer, product }: WorkItem): boolean {
  return LETTER_STAGES.some((stage) => stage === row.stage) && producer !== null && product !== null;
}

/** The facts of one letter. `today` gives its year. */
export function letterFacts(item: WorkItem, settings: Office, today: string): LetterFacts {
  const { row, product, producer, commune, decision, contact } = item;
  return {
    stage: row.stage as LetterStage,
    office: officeOf(settings),
    product: wordOf(product, 'name'),
    stars: Number(row.certificate['stars']),
    isTourism: product?.['criteria_set'] === TOURISM_SET,
    decision: {
      number: wordOf(decision, 'number'),
      decidedOn: wordOf(decision, 'decided_on'),
      authority: wordOf(decision, 'authority') as AuthorityLevel | '',
      authorityName: wordOf(decision, 'authority_name'),
    },
    producer: {
      name: wordOf(producer, 'name'),
      address: wordOf(contact, 'address_as_printed'),
      commune: wordOf(commune, 'name'),
    },
    firstEnd: row.firstEnd,
    lastDay: row.lastDay,
    opens: row.fileFrom,
    closes: row.fileBy,
    refiledOn: row.certificate.refiled_on,
    graceUntil: row.graceUntil,
    year: today.slice(0, 4),
  };
}
