/** Where a product stands, as cards and lists of choices say it. Verdicts have their own home: #domain/verdictWords.ts. */
import type { Words } from '../vi.ts';

/** What stands on a card; `{n}` stars, `{year}` year of recognition. The long form is the verdict's headline. */
export const status: Words['status'] = {
  valid: 'OCOP {n} stars',
  pendingCentral: 'OCOP {n} stars – five stars proposed',
  termUnknown: 'OCOP {n} stars – recognised in {year}',
  inGrace: 'Awaiting re-evaluation',
  notRecognised: 'Not OCOP-recognised',
  expired: 'OCOP certificate has ended',
  revoked: 'OCOP certificate withdrawn',
};

/** The same, as a choice in a list of states. */
export const states: Words['products']['states'] = {
  valid: 'In force',
  pendingCentral: 'Five stars proposed',
  termUnknown: 'Term unknown',
  inGrace: 'Awaiting re-evaluation',
  notRecognised: 'Not recognised',
  expired: 'Certificate has ended',
  revoked: 'Certificate withdrawn',
};
