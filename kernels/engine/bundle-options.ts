import type { BuildOptions } from 'esbuild';
import { root } from './root.js';

/** How esbuild reads code of the checkout where nothing is to be run of what it makes: packages stay names, and nothing is told. */
export const readingOnly = {
  absWorkingDir: root,
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  logLevel: 'silent',
} as const satisfies BuildOptions;
