import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { expect, it } from 'vitest';
import { matrixLayout } from '../../kernels/lint/matrix-layout.js';

const linter = new Linter();
const config = {
  files: ['**/*.ts'],
  plugins: { house: { rules: { 'matrix-layout': matrixLayout } } },
  rules: { 'house/matrix-layout': 'error' },
  languageOptions: { parser: tseslint.parser as Linter.Parser },
} satisfies Linter.Config;
const problems = (code: string) => linter.verify(code, config, 'a.ts').length;
const fixed = (code: string) => linter.verifyAndFix(code, config, 'a.ts').output;

const matrix = 'const a = [\n  [1,  0],\n  [0, 10],\n];';

it('leaves the comment above a matrix that is laid out by hand', () => {
  expect(problems(`// prettier-ignore\n${matrix}`)).toBe(0);
  expect(
    problems('// prettier-ignore\nexport const a = new Float64Array([\n  1,  0,\n  0, -1,\n]) as Matrix;'),
  ).toBe(0);
  expect(problems('f({\n  // prettier-ignore\n  a: [\n    [1, 0],\n    [0, 1],\n  ],\n});')).toBe(0);
});

it('takes the comment away from whatever else keeps its layout', () => {
  expect(fixed('const a = f({\n  b: 1 }); // prettier-ignore\ng();\n')).toBe(
    'const a = f({\n  b: 1 });\ng();\n',
  );
  expect(fixed('{\n  // prettier-ignore\n  for (const a of b) c();\n}\n')).toBe(
    '{\n  for (const a of b) c();\n}\n',
  );
  expect(fixed('const a = [[0, 1], [1, 0]]; // prettier-ignore\n')).toBe('const a = [[0, 1], [1, 0]];\n');
  expect(fixed('const a = [\n  f(1),\n  f(2),\n]; // prettier-ignore\n')).not.toContain('prettier-ignore');
});

it('moves a comment from behind a matrix to the line above it', () => {
  expect(fixed(`${matrix} // prettier-ignore\n`)).toBe(`// prettier-ignore\n${matrix}\n`);
  expect(fixed('f({\n  a: [\n    [1, 0],\n    [0, 1],\n  ], // prettier-ignore\n});')).toBe(
    'f({\n  // prettier-ignore\na: [\n    [1, 0],\n    [0, 1],\n  ],\n});',
  );
});
