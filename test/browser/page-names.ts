import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findPages } from '../../kernels/workbook/wanted.js';

const root = fileURLToPath(new URL('../../src', import.meta.url));

/**
 * The pages of the workbook, as they stand behind the site's address. That for unknown addresses is left out: it takes its
 * files from the root of the host, and the tests serve the site below a path.
 */
export const pageNames: readonly string[] = (await findPages(root))
  .map((file) => path.relative(root, file).replace(/(index)?\.md$/, ''))
  .filter((name) => name !== '404');

export const isOfPaper = (name: string): boolean => name.startsWith('papers/');
