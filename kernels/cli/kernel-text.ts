import path from 'node:path';

/** How to attach to a running kernel, a command a line. Jupyter looks for the file in its runtime folder. */
export function attachCommands(connectionFile: string): string {
  const file = path.basename(connectionFile);
  return ['console', 'qtconsole'].map((client) => `  jupyter ${client} --existing ${file}\n`).join('');
}
