/** Printing by a button where the browser prints; everywhere else, and without JavaScript, the browser's own menu does. */
for (const place of document.querySelectorAll<HTMLElement>('[data-print-button]')) {
  if (typeof window.print !== 'function') continue;
  place.classList.remove('awaits-script');
  place.querySelector('button')?.addEventListener('click', () => window.print());
}
