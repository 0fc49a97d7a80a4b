import type { ErrorReport } from '../cells/events.js';
import type { CompileProblem } from '../language/compiled-cell.js';

/** What a client is told of a cell that does not compile: what is wrong, and under a caret where. */
export function problemReport(problem: CompileProblem, source: string, label: string): ErrorReport {
  const { message, line, column } = problem;
  const traceback = [`\u001b[31m\u001b[1mSyntaxError\u001b[22m\u001b[39m: ${message}`];
  if (line !== undefined) {
    const text = source.split('\n')[line - 1] ?? '';
    const head = `${line} │ `;
    traceback.push(`\u001b[2m    at cell ${label}, line ${line}\u001b[22m`, `    ${head}${text}`);
    if (column !== undefined) {
      // Tabs stay tabs, so that the caret stands under its place.
      const before = text.slice(0, column - 1).replace(/[^\t]/g, ' ');
      traceback.push(`    ${' '.repeat(head.length)}${before}\u001b[31m^\u001b[39m`);
    }
  }
  return { ename: 'SyntaxError', evalue: message, traceback };
}
