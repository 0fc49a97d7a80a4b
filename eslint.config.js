import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Code below `src/` runs in a browser: it may not reach for Node. */
const nodeModules = ['node:*', 'fs', 'path', 'os', 'crypto', 'child_process', 'worker_threads'];

export default tseslint.config(
  { ignores: ['dist/', '.venv/', 'src/.observablehq/', 'node_modules/', 'coverage/'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', URL: 'readonly', Buffer: 'readonly' },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      // A name that begins with _ says that it is there for its place or its type alone.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['src/**/*.ts', 'data-loaders/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: nodeModules }] },
  },
  { files: ['**/*.js'], languageOptions: { globals: { process: 'readonly' } } },
  { files: ['test/**/*.ts'], rules: { '@typescript-eslint/no-empty-function': 'off' } },
);
