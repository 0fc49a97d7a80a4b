import { appendFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Entry, HistoryStore } from './history.js';

/** Keeps entries as lines of JSON, readable by their owner alone. A line that cannot be read is passed over. */
export function historyFile(file: string): HistoryStore {
  let written: Promise<unknown> = Promise.resolve();
  return {
    async load() {
      const text = await readFile(file, 'utf8').catch(() => '');
      return text.split('\n').flatMap((line) => parse(line) ?? []);
    },
    append(entry) {
      const line = `${JSON.stringify(entry)}\n`;
      // One after the other; history is a comfort, and a full disk must not end a session.
      const next = written.then(async () => {
        await mkdir(path.dirname(file), { recursive: true });
        await appendFile(file, line, { mode: 0o600 });
      });
      written = next.catch(() => undefined);
      return written as Promise<void>;
    },
  };
}

function parse(line: string): [Entry] | undefined {
  try {
    const value = JSON.parse(line) as unknown;
    const [session, number, source] = value as [unknown, unknown, unknown];
    if (Number.isInteger(session) && Number.isInteger(number) && typeof source === 'string')
      return [value as Entry];
  } catch {
    // Not ours, or cut off by a crash.
  }
  return undefined;
}
