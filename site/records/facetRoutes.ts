/** Which addresses the static lists have: `nganh/thuc-pham`, `nganh/thuc-pham/trang/2`. */
import { FACET_KINDS, FACET_SEGMENTS, type FacetKind, facetPages, pagesIn } from './facetPages.ts';

export interface FacetRoute {
  params: { facet: string; at: string };
}

/** One route a page; `at` is what follows the kind. */
export function facetRoutes(): FacetRoute[] {
  return FACET_KINDS.flatMap((kind) =>
    facetPages(kind).flatMap((list) =>
      Array.from({ length: pagesIn(list) }, (_, index) => ({
        params: { facet: FACET_SEGMENTS[kind], at: index === 0 ? list.slug : `${list.slug}/trang/${index + 1}` },
      })),
    ),
  );
}

/** The list and page that an address asks for. */
export function facetAt({ facet, at }: FacetRoute['params']): { kind: FacetKind; value: string; number: number } {
  const [slug = '', , number = '1'] = at.split('/');
  const kind = FACET_KINDS.find((each) => FACET_SEGMENTS[each] === facet);
  const list = kind === undefined ? undefined : facetPages(kind).find((each) => each.slug === slug);
  if (kind === undefined || list === undefined) throw new Error(`no list at ${facet}/${at}`);
  return { kind, value: list.value, number: Number(number) };
}
