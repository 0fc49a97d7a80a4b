import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { expect, it } from 'vitest';
import { pageProcessor } from '../../../kernels/workbook/pages/eslint-processor.js';

const linter = new Linter();
const config = [
  { files: ['**/*.md'], processor: pageProcessor as Linter.Processor },
  {
    files: ['**/*.ts'],
    languageOptions: { parser: tseslint.parser as Linter.Parser },
    rules: { 'prefer-const': 'error', eqeqeq: 'error', 'no-unused-vars': 'error' },
  },
] satisfies Linter.Config[];
const options = { filename: 'src/a.md', filterCodeBlock: () => true };

const page = `One is \${one == 1}.

\`\`\`ts
let one = 1;
const nobody = 2;
\`\`\`

\`\`\`ts
one == 3
\`\`\`
`;

it('reports at the place in the page, and takes for used what another cell uses', () => {
  const messages = linter
    .verify(page, config, options)
    .map(({ line, column, ruleId }) => [line, column, ruleId]);
  expect(messages.sort()).toEqual([
    [1, 14, 'eqeqeq'],
    [4, 5, 'prefer-const'],
    [5, 7, 'no-unused-vars'],
    [9, 5, 'eqeqeq'],
  ]);
});

it('fixes cells in place', () => {
  expect(linter.verifyAndFix(page, config, options).output).toBe(page.replace('let one', 'const one'));
});
