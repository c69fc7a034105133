import { useEffect } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { CollectionName } from '#domain/nouns.ts';
import { freeSlug, nameToSlug, neutralSlug } from '#domain/rules/slug.ts';
import { allRecords, where } from '../api/records.ts';
import { type FormValues, shapesOf } from './schema.ts';

const TYPING_PAUSE_MS = 400;

async function proposeSlug(collection: CollectionName, name: string): Promise<string> {
  const slug = nameToSlug(name);
  if (slug === '') return '';
  const same = await allRecords(collection, { filter: where('slug~{:start}', { start: `${slug}%` }), fields: 'slug' });
  const taken = new Set(same.map((record) => record['slug']));
  return freeSlug(slug, (candidate) => taken.has(candidate));
}

/** Fills a new record's address from its name until somebody writes one; a natural person's says nothing of the person. */
export function useSlugProposal(collection: CollectionName, form: UseFormReturn<FormValues>, isNew: boolean): void {
  const name = String(form.watch('name') ?? '');
  const isPerson = form.watch('natural_person') === true;
  const isWritten = form.formState.dirtyFields['slug'] !== undefined;
  const isAsked = isNew && shapesOf(collection).has('slug') && !isWritten;
  useEffect(() => {
    if (!isAsked || name === '') return;
    let isWanted = true;
    const keep = (slug: string) => isWanted && form.resetField('slug', { defaultValue: slug });
    const propose = () => {
      if (isPerson) keep(neutralSlug(crypto.getRandomValues(new Uint32Array(4)).join('')));
      else proposeSlug(collection, name).then(keep, () => undefined);
    };
    const timer = setTimeout(propose, TYPING_PAUSE_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [collection, form, isAsked, isPerson, name]);
}
