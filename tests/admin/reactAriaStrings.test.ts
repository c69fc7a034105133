import { dictionary } from 'react-aria-components/i18n';
import { describe, expect, it } from 'vitest';
import { reactAriaStrings } from '#admin/reactAriaStrings.ts';

const english = dictionary.getStringsForLocale('en-US') as unknown as Record<string, Record<string, unknown>>;

describe('React Aria’s own words', () => {
  it.each(Object.keys(reactAriaStrings))('%s has every word of the English ones', (name) => {
    expect(Object.keys(reactAriaStrings[name] ?? {}).sort()).toEqual(Object.keys(english[name] ?? {}).sort());
  });

  it('leaves none in English', () => {
    for (const [name, words] of Object.entries(reactAriaStrings))
      for (const [key, word] of Object.entries(words)) expect(word, `${name} ${key}`).not.toBe(english[name]?.[key]);
  });
});
