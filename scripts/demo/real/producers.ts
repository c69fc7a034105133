import { neutralSlug } from '#domain/rules/slug.ts';
import { idOf, type NewRecord, type Plan } from '../plan.ts';
import { cell } from '../readTable.ts';
import { published, slugs, type Tables } from './tables.ts';

/** What reports collapse a kind to, where it is plain. */
const REPORT_BUCKETS: Readonly<Record<string, string>> = {
  company: 'company',
  cooperative: 'cooperative',
  household: 'household',
};

/** Real producers. Households stand without a name and address. */
export function producersPlan({ set, rows, commune }: Tables): Plan {
  const slugOf = slugs();
  const producers: NewRecord[] = [];
  const contacts: NewRecord[] = [];
  for (const row of rows('producers')) {
    const id = idOf('producers', `${set} ${cell(row, 'key')}`);
    const isPerson = cell(row, 'natural_person') === 'yes';
    const kind = cell(row, 'kind');
    producers.push({
      id,
      name: cell(row, 'name'),
      slug: isPerson ? neutralSlug(id) : slugOf(cell(row, 'name')),
      kind,
      report_bucket: REPORT_BUCKETS[kind] ?? '',
      natural_person: isPerson,
      commune: commune(cell(row, 'commune')),
      ...published(row),
    });
    const address = cell(row, 'address_as_printed');
    // A household's address stays away: nobody has consented, and its record names the commune.
    if (address === '' || isPerson) continue;
    contacts.push({
      id: idOf('producer_contacts', `${set} ${cell(row, 'key')}`),
      producer: id,
      address_as_printed: address,
      address_public: true,
    });
  }
  return { producers, producer_contacts: contacts };
}
