/**
 * Which personal items of a producer may be shown. Law 91/2025/QH15: a natural person's name and picture need consent; phone, e-mail,
 * address and representative need it for everybody, since behind each stands a person.
 */
export const PERSONAL_ITEMS = ['name', 'address', 'phone', 'email', 'representative', 'picture'] as const;
export type PersonalItem = (typeof PERSONAL_ITEMS)[number];

export interface ConsentFacts {
  naturalPerson: boolean;
  /** The switches of the producer's contact record; without such a record all are off. */
  allowed: Readonly<Partial<Record<PersonalItem, boolean>>>;
}

/** Whether an item may be shown. */
export function mayShow(item: PersonalItem, facts: ConsentFacts): boolean {
  if (!facts.naturalPerson && (item === 'name' || item === 'picture')) return true;
  return facts.allowed[item] === true;
}
