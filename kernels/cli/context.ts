import type { Terminal } from './terminal.js';

/** What every command is given beside its own arguments. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** Aborts when the user interrupts. */
  readonly signal: AbortSignal;
}
