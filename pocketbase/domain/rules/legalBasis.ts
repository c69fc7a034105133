import { type Day, dayBounds, type PartialDay } from './day.ts';

/** The criteria decisions that a recognition can rest on (domain facts 1.1). */
export type LegalBasis = 'qd1048' | 'qd148' | 'qd148_1489' | 'qd26_2026';
/** Who decided, by level. `central` stands for the central council of the years before the ministry was named. */
export type AuthorityLevel = 'district' | 'province' | 'ministry' | 'central';

interface BasisFacts {
  /** First and last day, both included, on which it was the rule. */
  from: Day;
  until: Day | null;
  /** Last day on which a decision that names it could still rest on it; open where no source says when dossiers under way had to end. */
  finishedBy: Day | null;
  /** Stars → who could grant them under it. */
  grants: Readonly<Record<3 | 4 | 5, readonly AuthorityLevel[]>>;
}

const NATIONAL: readonly AuthorityLevel[] = ['ministry', 'central'];

/**
 * Who could grant what, and when. QĐ 1048 (21/08/2019) to QĐ 148 (24/02/2023): sources do not say who granted three and four stars in
 * each province, so both levels are taken; nor by when dossiers under way had to be finished, so whoever names it later is believed, and
 * a decision that names nothing is judged by the rule of its day. QĐ 148: the district three, the province four. QĐ 1489 (06/07/2025) ended
 * the districts.
 * QĐ 26/2026 (22/05/2026): the province's chair three and four, the minister five (Art. 4, 7); dossiers filed before are finished on the
 * old rule within 60 days, to 21/07/2026 (Art. 11, 12.2).
 */
const BASES: Readonly<Record<LegalBasis, BasisFacts>> = {
  qd1048: {
    from: '2019-08-21',
    until: '2023-02-23',
    finishedBy: null,
    grants: { 3: ['district', 'province'], 4: ['district', 'province'], 5: NATIONAL },
  },
  qd148: {
    from: '2023-02-24',
    until: '2025-07-05',
    finishedBy: '2025-07-05',
    grants: { 3: ['district'], 4: ['province'], 5: NATIONAL },
  },
  qd148_1489: {
    from: '2025-07-06',
    until: '2026-07-21',
    finishedBy: '2026-07-21',
    grants: { 3: ['province'], 4: ['province'], 5: NATIONAL },
  },
  qd26_2026: {
    from: '2026-05-22',
    until: null,
    finishedBy: null,
    grants: { 3: ['province'], 4: ['province'], 5: NATIONAL },
  },
};

/** The last day on which a district, a level that ended on 01/07/2025, could decide anything. */
const LAST_DAY_OF_DISTRICTS: Day = '2025-06-30';

/** Whether a day, as exact as known, may lie between two days, both included; true where the day is not known. */
function mayLieWithin(day: PartialDay | '', from: Day, until: Day | null): boolean {
  const bounds = dayBounds(day);
  return bounds === null || (bounds.last >= from && (until === null || bounds.first <= until));
}

/** Whether a decision of that day could rest on the basis that it names. */
export function couldRestOn(basis: LegalBasis, decidedOn: PartialDay | ''): boolean {
  return mayLieWithin(decidedOn, BASES[basis].from, BASES[basis].finishedBy);
}

/** Bases that were the rule on that day, newest first. */
export function basesOn(decidedOn: PartialDay | ''): LegalBasis[] {
  const newestFirst: LegalBasis[] = ['qd26_2026', 'qd148_1489', 'qd148', 'qd1048'];
  return newestFirst.filter((basis) => mayLieWithin(decidedOn, BASES[basis].from, BASES[basis].until));
}

/**
 * Levels that could grant so many stars on that day, under that basis or, where none is named, under any of the day. Null where the
 * rules of the day are not known (before QĐ 1048) or the stars come with no decision at all.
 */
export function grantorsOf(
  stars: number,
  basis: LegalBasis | '',
  decidedOn: PartialDay | '',
): readonly AuthorityLevel[] | null {
  if (stars !== 3 && stars !== 4 && stars !== 5) return null;
  const bases = basis === '' ? basesOn(decidedOn) : [basis];
  if (bases.length === 0) return null;
  const levels: AuthorityLevel[] = [];
  for (const each of bases) {
    for (const level of BASES[each].grants[stars]) if (!levels.includes(level)) levels.push(level);
  }
  const bounds = dayBounds(decidedOn);
  const districtsAreGone = bounds !== null && bounds.first > LAST_DAY_OF_DISTRICTS;
  return districtsAreGone ? withoutDistricts(levels) : levels;
}

/** In the five days between the end of the districts and QĐ 1489 the province stood in for them (inference: nobody else could). */
function withoutDistricts(levels: readonly AuthorityLevel[]): readonly AuthorityLevel[] {
  const left = levels.filter((level) => level !== 'district');
  return left.length > 0 ? left : ['province'];
}

/**
 * Levels that could withdraw a certificate of so many stars on that day. QĐ 26/2026 Art. 8: the province's chair three and four, the minister
 * five. Before, no source tells more than that who grants also withdraws: by the rule of the day of withdrawal, or by the one that the
 * certificate rests on. Null as for {@link grantorsOf}.
 */
export function withdrawersOf(
  stars: number,
  basis: LegalBasis | '',
  revokedOn: PartialDay | '',
): readonly AuthorityLevel[] | null {
  const ofDay = grantorsOf(stars, '', revokedOn);
  const bounds = dayBounds(revokedOn);
  if (ofDay === null || basis === '' || (bounds !== null && bounds.first >= BASES.qd26_2026.from)) return ofDay;
  const ofBasis = grantorsOf(stars, basis, revokedOn) ?? [];
  return [...ofDay, ...ofBasis.filter((level) => !ofDay.includes(level))];
}
