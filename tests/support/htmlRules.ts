import { HtmlValidate } from 'html-validate';
import type { BuiltPage } from './builtPages.ts';

const EXTENDS = ['html-validate:recommended', 'html-validate:a11y'];
const EVERYWHERE = {
  // What the compiler writes, and its white space.
  'doctype-style': 'off',
  'no-trailing-whitespace': 'off',
  'void-style': 'off',
  'attribute-boolean-style': 'off',
  // A shopper's number may break; it is a link as a whole.
  'tel-non-breaking': 'off',
  // Names of firms are long.
  'long-title': 'off',
  // The navigation stands twice, once per width; panels wait in templates under one name.
  'unique-landmark': 'off',
} as const;

const ofTracePages = new HtmlValidate({ extends: EXTENDS, rules: EVERYWHERE });
const ofOthers = new HtmlValidate({
  extends: EXTENDS,
  rules: {
    ...EVERYWHERE,
    // A table that scrolls sideways can be reached by keyboard.
    'prefer-native-element': 'off',
    // A list that narrows while one types has nothing to submit; without a script its form is not shown.
    'wcag/h32': 'off',
  },
});

async function problemsOf(validator: HtmlValidate, html: string): Promise<string[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ line, ruleId, message }) => `${line} ${ruleId}: ${message}`),
  );
}

/** What is wrong with the HTML of a page. */
export async function htmlProblems({ html }: Pick<BuiltPage, 'html'>): Promise<string[]> {
  return problemsOf(ofOthers, html);
}

/** The same by the stricter rules of trace pages, which have neither wide tables nor forms that narrow a list. */
export async function traceHtmlProblems(html: string): Promise<string[]> {
  return problemsOf(ofTracePages, html);
}
