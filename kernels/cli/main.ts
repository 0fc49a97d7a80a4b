import { program } from './program.js';
import { processTerminal } from './terminal.js';

const interrupt = new AbortController();
process.once('SIGINT', () => interrupt.abort());
process.once('SIGTERM', () => interrupt.abort());

process.exitCode = await program(process.argv.slice(2), processTerminal(), interrupt.signal);
