import { setupTensorflow } from '../../setup/tensorflow.js';
import type { CommandContext } from '../context.js';

/** `litmus setup tensorflow`. */
export async function setup(
  { terminal, signal }: CommandContext,
  { python }: { python: string },
): Promise<number> {
  const log = (message: string) => terminal.err(`litmus: ${message}\n`);
  terminal.out(`${await setupTensorflow({ python, signal, log })}: the backend "tensorflow" is ready\n`);
  return 0;
}
