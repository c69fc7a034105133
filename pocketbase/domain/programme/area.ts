/** Parts of a province, as targets and reports name them. */
import type { Commune } from '#domain/commune.ts';

/** A commune by its id, or a former district or province by its name; both empty: the whole province. */
export interface ProgrammeArea {
  commune: string;
  former_area: string;
}

export const WHOLE_PROVINCE: ProgrammeArea = { commune: '', former_area: '' };

type Former = Pick<Commune, 'id' | 'former_names'>;

/** The former districts of a commune, each once. One that was put together from several districts lies in each of them. */
export function formerDistrictsOf({ former_names }: Former): string[] {
  return [...new Set((former_names ?? []).map(({ district }) => district).filter((district) => district !== ''))];
}

/** Ids of the communes that lie in an area; null for the whole province, in which also lies what nobody has put anywhere. */
export function communesIn(area: ProgrammeArea, communes: readonly Former[]): ReadonlySet<string> | null {
  if (area.commune !== '') return new Set([area.commune]);
  if (area.former_area === '') return null;
  const lies = ({ former_names }: Former) =>
    (former_names ?? []).some(
      ({ district, province }) =>
        district === area.former_area ||
        province === area.former_area ||
        // Two former provinces in one may each have had a district of that name.
        `${district}, ${province}` === area.former_area,
    );
  return new Set(communes.filter(lies).map(({ id }) => id));
}
