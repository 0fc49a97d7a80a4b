import { missingFile } from '../../src/lib/experiment/missing.js';
import { makeFile } from './make-file.js';

// What Framework's preview runs for each file that it does not have: the file is written to standard output, or, where
// it cannot be made, what tells the page so.

const interrupt = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => interrupt.abort());

const err = (text: string) => void process.stderr.write(text);
try {
  const { missing, ...made } = await makeFile(process.argv.slice(2), err, interrupt.signal);
  process.stdout.write('bytes' in made ? made.bytes : missingFile(missing!));
} catch (error) {
  if (!interrupt.signal.aborted) throw error;
  process.exitCode = 130;
}
