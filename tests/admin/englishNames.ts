import type { Page } from 'playwright';
import { dictionary } from 'react-aria-components/i18n';

const english = dictionary.getStringsForLocale('en-US') as unknown as Record<string, Record<string, unknown>>;

/** Words of React Aria's English strings that no Vietnamese sentence of ours holds. */
const WORDS = new Set(
  Object.values(english)
    .flatMap((strings) => Object.values(strings))
    .flatMap((string) => (typeof string === 'string' ? string.toLowerCase().match(/[a-z]{3,}/g) : null) ?? [])
    .filter((word) => !['enter', 'alt', 'tab', 'escape', 'delete', 'red', 'tan', 'hue', 'day'].includes(word)),
);

/** Every name, description and role description a screen reader could say on this page that holds an English word. */
export async function englishNames(page: Page): Promise<string[]> {
  const told = await page.evaluate(() => {
    const names = ['aria-label', 'aria-roledescription', 'aria-description', 'title', 'alt', 'placeholder'];
    const selector = names.map((name) => `[${name}]`).join(',');
    const attributes = [...document.querySelectorAll(selector)].flatMap((element) =>
      names.map((name) => element.getAttribute(name) ?? ''),
    );
    // React Aria writes descriptions into hidden elements at the end of the body.
    const hidden = [...document.querySelectorAll('body > div:not(#app)')].map((element) => element.textContent ?? '');
    return [...attributes, ...hidden];
  });
  return told.filter((text) =>
    text
      .toLowerCase()
      .split(/[^a-zà-ỹđ]+/)
      .some((word) => WORDS.has(word)),
  );
}
