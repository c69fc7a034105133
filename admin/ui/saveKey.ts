/** Ctrl+S, or ⌘S: presses the save button of the form in front. */

const SHORTCUT = 'Control+S Meta+S';

/** What a save button tells of the key. */
export const SAVE_KEY = { 'aria-keyshortcuts': SHORTCUT, title: 'Ctrl+S' };

/** The dialog that is on top, else the page. */
function front(): ParentNode {
  return [...document.querySelectorAll('[role=dialog], [role=alertdialog]')].at(-1) ?? document;
}

function press(event: KeyboardEvent): void {
  const isKey = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 's';
  if (!isKey) return;
  event.preventDefault();
  if (event.repeat) return;
  // Numbers and days become values when their field is left.
  const field = document.activeElement;
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
    field.blur();
    field.focus({ preventScroll: true });
  }
  setTimeout(() =>
    front().querySelector<HTMLButtonElement>(`button[aria-keyshortcuts="${SHORTCUT}"]:enabled`)?.click(),
  );
}

/** Listens from now on; the browser's own dialog never comes. */
export function pressSaveOnKey(): void {
  window.addEventListener('keydown', press, { capture: true });
}
