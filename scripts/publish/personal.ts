/** Personal data of producers: what may be shown, what stays in the office, and what must therefore be found on no page. */
import { COMMUNE_TYPES } from '#domain/commune.ts';
import { mayShow, PERSONAL_ITEMS, type PersonalItem } from '#domain/rules/consent.ts';
import type { Office, OfficeRecord } from './read.ts';

/** A producer with what its contact record holds and allows. */
export interface Person {
  producer: OfficeRecord<'producers'>;
  /** Values that exist, by item; pictures as ids of media. */
  values: Readonly<Partial<Record<PersonalItem, readonly string[]>>>;
  shown: ReadonlySet<PersonalItem>;
}

const ENGLISH_TYPES = { xa: 'commune', phuong: 'ward', dac_khu: 'special zone' } as const;

type Contact = OfficeRecord<'producer_contacts'>;

function valuesOf(producer: OfficeRecord<'producers'>, contact: Contact | undefined): Person['values'] {
  const all: Record<PersonalItem, string[]> = {
    name: [producer.name, producer.name_en],
    address: [contact?.address_as_printed ?? ''],
    phone: [contact?.phone ?? ''],
    email: [contact?.email ?? ''],
    representative: [contact?.representative ?? ''],
    picture: producer.pictures,
  };
  const values: Partial<Record<PersonalItem, string[]>> = {};
  for (const item of PERSONAL_ITEMS) {
    const present = all[item].filter((value) => value.trim() !== '');
    if (present.length > 0) values[item] = present;
  }
  return values;
}

function allowedBy(contact: Contact | undefined): Partial<Record<PersonalItem, boolean>> {
  if (contact === undefined) return {};
  return {
    name: contact.name_public,
    address: contact.address_public,
    phone: contact.phone_public,
    email: contact.email_public,
    representative: contact.representative_public,
    picture: contact.picture_public,
  };
}

/** Every producer of the office, shown or not, by id. */
export function personsOf(office: Pick<Office, 'producers' | 'producer_contacts'>): Map<string, Person> {
  const contacts = new Map(office.producer_contacts.map((contact) => [contact.producer, contact]));
  return new Map(
    office.producers.map((producer) => {
      const contact = contacts.get(producer.id);
      const values = valuesOf(producer, contact);
      const facts = { naturalPerson: producer.natural_person, allowed: allowedBy(contact) };
      const shown = PERSONAL_ITEMS.filter((item) => values[item] !== undefined && mayShow(item, facts));
      return [producer.id, { producer, values, shown: new Set(shown) }];
    }),
  );
}

/** Items that exist but stay in the office. */
export function withheldItems(person: Person): PersonalItem[] {
  return PERSONAL_ITEMS.filter((item) => person.values[item] !== undefined && !person.shown.has(item));
}

/** As which a person without consent stands: `Hộ sản xuất, xã Lục Ngạn`. */
export function householdName(commune: OfficeRecord<'communes'> | undefined): { vi: string; en: string } {
  if (commune === undefined) return { vi: 'Hộ sản xuất', en: 'Producer household' };
  return {
    vi: `Hộ sản xuất, ${communeInSentence(commune)}`,
    en: `Producer household, ${commune.name_en || inEnglish(commune)}`,
  };
}

/** The name alone, whether or not it carries its type. */
function bareName({ name, type }: OfficeRecord<'communes'>): string {
  return name.replace(new RegExp(`^${COMMUNE_TYPES[type]}\\s+`, 'iu'), '');
}

/** `xã Lục Ngạn`. */
function communeInSentence(commune: OfficeRecord<'communes'>): string {
  return `${COMMUNE_TYPES[commune.type]} ${bareName(commune)}`;
}

/** `Lục Ngạn commune`. */
function inEnglish(commune: OfficeRecord<'communes'>): string {
  return `${bareName(commune)} ${ENGLISH_TYPES[commune.type]}`;
}
