import { neutralSlug } from '#domain/rules/slug.ts';
import { idOf, type NewRecord, type Plan } from '../plan.ts';
import { inCommune, type Setting, SHOWN, slugOf, standingIn } from './setting.ts';

/** The fictional producers, their contacts and certificates. */
export function producersPlan({ fictional, communeAt }: Setting): Plan {
  const producers: NewRecord[] = [];
  const contacts: NewRecord[] = [];
  for (const { key, place, contact, ...fields } of fictional.producers) {
    const id = idOf('producers', key);
    const slug = fields.natural_person === true ? neutralSlug(id) : slugOf(fields.name);
    producers.push({ ...fields, id, slug, ...standingIn(communeAt(place)), ...SHOWN });
    const address = inCommune(contact.address_as_printed, communeAt(place));
    contacts.push({ ...contact, id: idOf('producer_contacts', key), producer: id, address_as_printed: address });
  }
  const certificates = fictional.certificates.map(({ producer, product, ...fields }) => ({
    ...fields,
    id: idOf('certificates', `${producer} ${fields.scheme} ${fields.number}`),
    producer: producer === undefined ? '' : idOf('producers', producer),
    product: product === undefined ? '' : idOf('products', product),
    demonstration: true,
  }));
  return { producers, producer_contacts: contacts, certificates };
}
