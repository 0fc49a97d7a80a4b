import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findPages } from '../../kernels/workbook/wanted.js';

const root = fileURLToPath(new URL('../../src', import.meta.url));

/**
 * The pages of the workbook, as they stand behind the site's address; one stands for those of all claims. That for unknown addresses is left out: it takes its
 * files from the root of the host, and the tests serve the site below a path.
 */
export const pageNames: readonly string[] = (await findPages(root))
  .map((file) =>
    path
      .relative(root, file)
      .replace(/(index)?\.md$/, '')
      .replace('[paper]/[id]', 'cs-ib/regression-rmse'),
  )
  .filter((name) => name !== '404');

export const isOfPaper = (name: string): boolean => name.startsWith('papers/');
