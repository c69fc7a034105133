import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import { englishNames } from './englishNames.ts';

/** Looks at an alert alone where one is open: it hides the page under it, which axe knows of plain dialogs only. */
async function axeOf(page: Page): Promise<AxeBuilder> {
  const axe = new AxeBuilder({ page });
  const isAlert = (await page.getByRole('alertdialog').count()) > 0;
  return isAlert ? axe.include('[role=alertdialog]') : axe;
}

/** The screen in sight is accessible, Vietnamese, and no wider than its window; `where` names it in a failure. */
export async function looksRight(page: Page, where = page.url()): Promise<void> {
  const { violations } = await (await axeOf(page)).analyze();
  expect(violations.map(({ id, nodes }) => [where, id, nodes[0]?.html])).toEqual([]);
  expect(await englishNames(page), where).toEqual([]);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(sideways, where).toBeLessThanOrEqual(0);
}
