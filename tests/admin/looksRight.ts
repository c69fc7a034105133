import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import { englishNames } from './englishNames.ts';

/** The screen in sight is accessible, Vietnamese, and no wider than its window; `where` names it in a failure. */
export async function looksRight(page: Page, where = page.url()): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [where, id, nodes[0]?.html])).toEqual([]);
  expect(await englishNames(page), where).toEqual([]);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(sideways, where).toBeLessThanOrEqual(0);
}
