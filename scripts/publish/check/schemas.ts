import { z } from 'zod';
import vi from 'zod/v4/locales/vi.js';
import { nouns } from '#domain/nouns.ts';
import type { Problem } from '#domain/release.ts';
import { type CheckContext, plainRecords, problemAt, type SelectedCollection } from './context.ts';

// Our fields bring their own words; what they do not foresee is told in Vietnamese as well.
z.config(vi());

/** Every record that goes public fulfils its schema. */
export function checkSchemas({ office, selection }: CheckContext): Problem[] {
  return (Object.keys(selection) as SelectedCollection[]).flatMap((collection) =>
    plainRecords(selection, collection).flatMap((record) => {
      const { error } = nouns[collection].schema.safeParse(record);
      return (error?.issues ?? []).map((issue) =>
        problemAt(office, 'error', collection, record, String(issue.path[0] ?? ''), issue.message),
      );
    }),
  );
}
