/** Producers: the list and one of them. */
import type { Words } from '../vi.ts';
import { counted } from './counted.ts';

export const producers: Words['producers'] = {
  title: 'Producers',
  lead: 'Companies, cooperatives, cooperative groups, households and farms with products in the catalogue.',
  description: (count, province) => `${counted(count, 'producer')} of the OCOP programme in ${province}, by kind.`,
  count: (count) => counted(count, 'product'),
  recognised: (count) => `${counted(count, 'product')} with stars in force`,
};

export const producer: Words['producer'] = {
  kind: 'Kind',
  commune: 'Commune or ward',
  contact: 'Contact',
  address: 'Address',
  phone: 'Phone',
  email: 'E-mail',
  representative: 'Representative',
  website: 'Website',
  channels: 'Other channels',
  call: 'Call',
  withheld: 'not shown, at the owner’s request',
  person: 'The producer is a person; name and contact are shown only with that person’s consent.',
  recognised: 'Products with OCOP stars in force',
  others: 'Other products',
  othersNote: 'OCOP stars are given to each product; a producer does not share them.',
  noProducts: 'No product in the catalogue yet.',
  story: 'About the producer',
  certificates: 'Certificates',
  areas: 'Certified growing areas',
  areasLead: 'By certificates in force; one field may be in several, so there is no sum.',
  fairs: 'Fairs attended',
  salesPoints: 'Sales points with goods of this producer',
  description: (name, kind, commune, products) =>
    `${name}${kind === '' ? '' : `, ${kind.toLowerCase()}`}${commune === '' ? '' : ` in ${commune}`}.${products === '' ? '' : ` Products: ${products}.`}`,
};
