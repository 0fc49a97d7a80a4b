import path from 'node:path';
import { root } from './root.js';

/**
 * A command of Litmus as a reader of a message can type it where the program was called. Outside of the checkout `npx`
 * would offer to install another package of that name, so there the program is named by its path.
 *
 * @param line what stands behind the program's name: `list --json`
 */
export function litmusCommand(line = '', folder = process.cwd()): string {
  const below = path.relative(root, folder);
  const inCheckout = below === '' || !(below.split(path.sep)[0] === '..' || path.isAbsolute(below));
  const script = path.join(root, 'kernels', 'cli', 'litmus.js');
  const program = inCheckout ? 'npx litmus' : `node ${/[^\w/.:\\-]/.test(script) ? `"${script}"` : script}`;
  return line === '' ? program : `${program} ${line}`;
}
