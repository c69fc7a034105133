/** The ten items of Circular 02/2024/TT-BKHCN; the Vietnamese ones stand with the rule, which the admin shares. */
import type { LegalWords } from '#domain/legalItems.ts';
import { formatDate } from '../format.ts';
import { counted } from './counted.ts';
import { names } from './names.ts';

export const legal: LegalWords = {
  names: [
    'Name of the product',
    'Picture of the product',
    'Name of the producer or trader',
    'Address of the producer',
    'Steps of production and trade',
    'Time of production',
    'Trace code of the product',
    'Brand, trademark, sign',
    'Use-by date',
    'Standards and technical regulations applied',
  ],
  pictures: (count) => counted(count, 'picture'),
  stages: (count) => counted(count, 'step'),
  stagesWithoutTime: (count) => `${counted(count, 'step')} without a time`,
  stagesWithoutPlace: (count) => `${counted(count, 'step')} without a location code`,
  produced: (day) => `Produced ${formatDate(day, 'en')}`,
  packed: (day) => `packed ${formatDate(day, 'en')}`,
  until: (day) => formatDate(day, 'en'),
  shelfLife: (days) => `${counted(days, 'day')} from production`,
  schemes: names.certificateSchemes,
};
