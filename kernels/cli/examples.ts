import { litmusCommand } from '../engine/litmus-command.js';

/** The examples at the end of a command's help, as they can be typed where it was asked for. */
export function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  ${litmusCommand(line)}`).join('\n')}`;
}
