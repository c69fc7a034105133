/** What a page that shows hostile texts must not do or hold. */
import type { Page } from 'playwright';

/** Anything that a page did which it should not. */
export function watch(page: Page, origin: string): string[] {
  const misdeeds: string[] = [];
  page.on('dialog', (dialog) => {
    misdeeds.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => misdeeds.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load')) misdeeds.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`) && !/^(data:image\/|blob:)/.test(request.url()))
      misdeeds.push(`asked ${request.url()}`);
  });
  return misdeeds;
}

/** What no text may have made: elements and attributes that act. */
export function planted(): string[] {
  const found: string[] = [];
  if ('hostileRan' in window) found.push('a script ran');
  for (const element of document.querySelectorAll('*')) {
    if (['IFRAME', 'OBJECT', 'EMBED', 'BASE'].includes(element.tagName)) found.push(element.outerHTML.slice(0, 120));
    for (const { name, value } of element.attributes) {
      if (name.startsWith('on') && name !== 'one') found.push(`${element.tagName} ${name}`);
      if (['href', 'src', 'action'].includes(name) && /^\s*(javascript|vbscript|data:text)/i.test(value))
        found.push(`${element.tagName} ${name}=${value.slice(0, 60)}`);
      if (name === 'http-equiv' && /refresh/i.test(value)) found.push('a refresh');
    }
  }
  return found;
}
