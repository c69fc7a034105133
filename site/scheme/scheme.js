/**
 * Light or dark as the reader chose; without a choice, or without storage, as the device says. Runs before anything is drawn, so that no
 * page flashes: hence a plain script at the head of the body instead of a module, and plain JavaScript, since it is linked as it stands.
 * The stylesheets know only the device's wish; a choice rewrites that condition in them, so nobody keeps two lists of colours.
 */
(() => {
  const KEY = 'giao-dien';
  const WISH = /\(prefers-color-scheme:\s*(light|dark)\)/g;
  /** Conditions as they were written. @type {Map<MediaList | Element, string>} */
  const written = new Map();
  let chosen = '';

  /** @param {string} condition */
  function decided(condition) {
    if (chosen === '') return condition;
    return condition.replace(WISH, (_, wish) => (wish === chosen ? '(min-width: 0px)' : '(max-width: 0px)'));
  }

  /** @param {MediaList | Element} owner @param {string} now @param {(condition: string) => void} write */
  function turn(owner, now, write) {
    const original = written.get(owner) ?? now;
    if (original.search(WISH) < 0) return;
    written.set(owner, original);
    write(decided(original));
  }

  /** @param {CSSRuleList} rules */
  function turnRules(rules) {
    for (const rule of rules) {
      if (rule instanceof CSSMediaRule)
        turn(rule.media, rule.media.mediaText, (condition) => {
          rule.media.mediaText = condition;
        });
      if ('cssRules' in rule) turnRules(/** @type {CSSGroupingRule} */ (rule).cssRules);
    }
  }

  function apply() {
    document.documentElement.style.colorScheme = chosen;
    for (const sheet of document.styleSheets) turnRules(sheet.cssRules);
    for (const named of document.querySelectorAll('[media]'))
      turn(named, named.getAttribute('media') ?? '', (condition) => named.setAttribute('media', condition));
  }

  function remembered() {
    try {
      return localStorage.getItem(KEY) ?? '';
    } catch {
      return '';
    }
  }

  /** @param {string} choice */
  function choose(choice) {
    chosen = choice;
    apply();
    try {
      localStorage.setItem(KEY, choice);
    } catch {
      // It holds for this page.
    }
  }

  function showSwitch() {
    const choices = document.querySelector('[data-scheme-switch]');
    if (!(choices instanceof HTMLElement)) return;
    for (const radio of choices.querySelectorAll('input')) radio.checked = radio.value === chosen;
    choices.classList.remove('awaits-script');
    choices.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement) choose(target.value);
    });
  }

  chosen = remembered();
  if (chosen !== '') apply();
  document.addEventListener('DOMContentLoaded', showSwitch);
  // A stylesheet that comes later, as the map's.
  document.addEventListener(
    'load',
    ({ target }) => target instanceof HTMLLinkElement && chosen !== '' && apply(),
    true,
  );
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    chosen = remembered();
    apply();
  });
})();
