/** Code entry: checks what was typed before anything is looked up, and answers for a code that leads to no page. */
import { fillTemplate } from '#domain/recallPanel.ts';
import { pageLanguage } from '#site/i18n/pageLanguage.ts';
import { typedCode, unansweredCode } from './typedCode.ts';

const form = document.querySelector<HTMLFormElement>('[data-look-up]');
const field = form?.querySelector('input');
const answer = document.querySelector('[data-answer]');

/** The field says that what stands in it is wrong, and where that is told. */
function markField(isWrong: boolean) {
  if (!field) return;
  field.setAttribute('aria-invalid', String(isWrong));
  const hints = (field.getAttribute('aria-describedby') ?? '').replace('tra-loi ', '');
  field.setAttribute('aria-describedby', isWrong ? `tra-loi ${hints}` : hints);
}

function show(state: 'unknownCode' | 'wrongCheck', code: string) {
  const template = document.querySelector<HTMLTemplateElement>(`template[data-verdict="${state}"]`);
  if (answer !== null && template !== null) answer.innerHTML = fillTemplate(template.innerHTML, { code });
  markField(true);
}

function lookUp(typed: string) {
  const code = typedCode(typed, pageLanguage());
  if (typeof code === 'object') location.assign(code.to);
  else if (code === 'foreign') show('unknownCode', typed.trim().slice(0, 80));
  else if (code === 'wrong') show('wrongCheck', typed);
}

if (form && field) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    field.focus();
    lookUp(field.value);
  });
  field.addEventListener('input', () => markField(false));
  const unanswered = unansweredCode(location.pathname);
  const asked = new URLSearchParams(location.search).get('ma') ?? '';
  if (unanswered !== '') show('unknownCode', unanswered);
  field.value = unanswered || asked;
  if (unanswered === '' && asked !== '') lookUp(asked);
}
