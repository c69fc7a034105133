import { HtmlValidate } from 'html-validate';
import type { BuiltPage } from './builtPages.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'tel-non-breaking': 'off',
    // Names of firms are long.
    'long-title': 'off',
    // A table that scrolls sideways can be reached by keyboard.
    'prefer-native-element': 'off',
    // A list that narrows while one types has nothing to submit; without a script its form is not shown.
    'wcag/h32': 'off',
    // The navigation stands twice, once per width; panels wait in templates under one name.
    'unique-landmark': 'off',
  },
});

/** What is wrong with the HTML of a page. */
export async function htmlProblems({ html }: Pick<BuiltPage, 'html'>): Promise<string[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));
}
