import { program } from './program.js';
import { processTerminal } from './terminal.js';

const interrupt = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  // A listener that removes itself would leave the signal to those of packages, which end the process at once.
  process.on(signal, () => {
    // Who asks twice does not want to wait for what is being put in order.
    if (interrupt.signal.aborted) process.exit(130);
    interrupt.abort();
  });

const terminal = processTerminal((error) => {
  terminal.err(`litmus: standard output cannot be written: ${error.message}\n`);
  process.exit(3);
});
process.exitCode = await program(process.argv.slice(2), terminal, interrupt.signal);
