import js from '@eslint/js';
import importSort from 'eslint-plugin-simple-import-sort';
import { tsImport } from 'tsx/esm/api';
import tseslint from 'typescript-eslint';

const { matrixLayout } = await tsImport('./kernels/lint/matrix-layout.ts', import.meta.url);
const { pageProcessor } = await tsImport('./kernels/workbook/pages/eslint-processor.ts', import.meta.url);

/** Code below `src/` runs in a browser: it may not reach for Node. */
const nodeModules = ['node:*', 'fs', 'path', 'os', 'crypto', 'child_process', 'worker_threads'];

/** Whether what is a matter of form is asked for: order and form of imports, and where Prettier may be told to look away. */
const form = 'error';

export default tseslint.config(
  { ignores: ['dist/', '.venv/', 'src/.observablehq/', 'node_modules/', 'coverage/'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    plugins: { 'import-sort': importSort, house: { rules: { 'matrix-layout': matrixLayout } } },
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', URL: 'readonly', Buffer: 'readonly' },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      // A name that begins with _ says that it is there for its place or its type alone.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // `import type` where a module gives types alone: what it erases is not loaded. `type` in braces beside a value.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-import-type-side-effects': form,
      'no-duplicate-imports': form,
      'import-sort/imports': [form, { groups: [['^\\u0000', '^node:', '^@?\\w', '^', '^\\.']] }],
      'house/matrix-layout': form,
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['src/**/*.ts', 'data-loaders/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: nodeModules }] },
  },
  { files: ['src/**/*.md'], processor: pageProcessor },
  { files: ['**/*.js'], languageOptions: { globals: { process: 'readonly' } } },
  { files: ['test/**/*.ts'], rules: { '@typescript-eslint/no-empty-function': 'off' } },
  {
    // A file of declarations stands for several modules, each with imports of its own.
    files: ['**/*.d.ts'],
    rules: { 'no-duplicate-imports': 'off' },
  },
);
