/** What the screens of a round ask for. */
import { useQuery } from '@tanstack/react-query';
import type { Criterion } from '#domain/criterion.ts';
import type { Evaluation } from '#domain/evaluation.ts';
import type { Failure } from '../api/messages.ts';
import { type AnyRecord, allRecords, where } from '../api/records.ts';
import { type CriteriaTable, criteriaTable, setKey } from './judged.ts';

export type Candidate = Evaluation & AnyRecord;

/** All products of a round, with their makers. */
export function useCandidates(round: string) {
  return useQuery<Candidate[], Failure>({
    queryKey: ['evaluations', 'round', round],
    queryFn: async () =>
      (await allRecords('evaluations', {
        filter: where('round={:round}', { round }),
        expand: 'product.producer',
        sort: 'product.name',
      })) as Candidate[],
  });
}

interface SetOfVersion {
  criteria_version: string;
  criteria_set: number;
}

/** The criteria of the sets that these results follow. */
export function useCriteria(results: readonly SetOfVersion[] | undefined) {
  const keys = new Map(
    (results ?? []).map((each) => [setKey(each.criteria_version, each.criteria_set), each] as const),
  );
  const names = [...keys.keys()].sort();
  return useQuery<CriteriaTable, Failure>({
    queryKey: ['criteria', 'sets', names],
    queryFn: async () => {
      const filters = [...keys.values()].map(({ criteria_version: version, criteria_set: set }) =>
        where('(criteria_version={:version} && criteria_set={:set})', { version, set }),
      );
      const lines = filters.length === 0 ? [] : await allRecords('criteria', { filter: filters.join('||') });
      return criteriaTable(lines as unknown as Criterion[]);
    },
    enabled: results !== undefined,
    placeholderData: (before) => before,
  });
}
