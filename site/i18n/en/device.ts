import type { Words } from '../vi.ts';

export const offline: Words['offline'] = {
  title: 'No network',
  lead: 'This device has no saved copy of the page you want. Open it again when online.',
  front: 'Front page',
  saved: 'Pages saved on this device',
};

export const scheme: Words['scheme'] = {
  label: 'Appearance',
  system: 'As the device',
  light: 'Light',
  dark: 'Dark',
};
