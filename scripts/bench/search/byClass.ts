import type { BenchQuery } from './queries.ts';

/** Classes in the order in which they come, with their queries' places. */
export function byClass(queries: readonly BenchQuery[]): Map<string, number[]> {
  const classes = new Map<string, number[]>();
  queries.forEach((query, at) => {
    classes.set(query.class, [...(classes.get(query.class) ?? []), at]);
  });
  return classes;
}
