import type { Problem } from '#domain/release.ts';
import type { SnapshotCollection } from '#domain/snapshot.ts';
import { foundMessage } from '../hidden.ts';
import type { ReadCollection } from '../read.ts';
import { type CheckContext, problemAt } from './context.ts';

/** What the record is called in the office's database. */
function officeCollection(collection: SnapshotCollection): ReadCollection {
  if (collection === 'settings') return 'site_settings';
  return collection === 'moved' ? 'addresses' : collection;
}

/** Personal data that stands somewhere it should not: in a story, a shop's address, a product's name. */
function checkHidden({ office, content, finder }: CheckContext): Problem[] {
  if (finder.isEmpty) return [];
  const titles = new Map(office.producers.map((producer) => [producer.id, producer.name]));
  const problems: Problem[] = [];
  for (const [name, records] of Object.entries(content)) {
    const collection = officeCollection(name as SnapshotCollection);
    for (const record of records as ({ id: string } & Record<string, unknown>)[]) {
      for (const [field, value] of Object.entries(record)) {
        const text = typeof value === 'string' ? value : typeof value === 'object' ? JSON.stringify(value) : '';
        if (text === '' || field === 'id') continue;
        for (const hidden of finder.find(text)) {
          const message = foundMessage(hidden, titles.get(hidden.producer) ?? '');
          problems.push(problemAt(office, hidden.grave ? 'error' : 'warning', collection, record, field, message));
        }
      }
    }
  }
  return problems;
}

const SWITCHES = ['name', 'picture', 'address', 'phone', 'email', 'representative'] as const;

/** A person's consent is written down with its day and form. */
function checkWritten({ office, selection }: CheckContext): Problem[] {
  const persons = new Set(selection.producers.filter((each) => each.natural_person).map((each) => each.id));
  return office.producer_contacts
    .filter((contact) => persons.has(contact.producer) && SWITCHES.some((item) => contact[`${item}_public`]))
    .filter((contact) => contact.consent_on === '' || contact.consent_form === '')
    .map((contact) =>
      problemAt(
        office,
        'warning',
        'producer_contacts',
        contact,
        contact.consent_on === '' ? 'consent_on' : 'consent_form',
        'Đã cho hiển thị dữ liệu của một cá nhân nhưng chưa ghi ngày và hình thức đồng ý.',
      ),
    );
}

/** Consent: nothing hidden is said elsewhere, and what is shown has its proof. */
export function checkConsent(context: CheckContext): Problem[] {
  return [...checkHidden(context), ...checkWritten(context)];
}
