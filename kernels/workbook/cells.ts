import path from 'node:path';
import { transform, type TransformFailure } from 'esbuild';
import { root } from '../engine/root.js';

/** What cannot be read in a page or a module. */
export interface Mistake {
  /** Absolute path. */
  readonly file: string;
  /** Counted from 1, in the file. */
  readonly line: number;
  readonly message: string;
}

/** `src/papers/cs-ib.md:41: Unexpected "}"` */
export function mistakeText({ file, line, message }: Mistake): string {
  return `${path.relative(root, file)}:${line}: ${message}`;
}

/**
 * The JavaScript and TypeScript cells of a page, each on the lines where it stands in the page; inline `${…}` can import
 * nothing. A cell with a mistake is left out.
 *
 * @param omit lines of mistakes that only show when the cells are taken together
 */
export async function readCells(
  file: string,
  markdown: string,
  omit: ReadonlySet<number> = new Set(),
): Promise<{ readonly code: string; readonly mistakes: readonly Mistake[] }> {
  const lines = markdown.split('\n').map(() => '');
  const mistakes: Mistake[] = [];
  const fences = markdown.matchAll(/^```(?:js|ts|jsx|tsx)\b(?![^\n]*\brun=false)[^\n]*\n([\s\S]*?)^```/gm);
  for (const { index, 1: cell } of fences) {
    // The line after the fence.
    const first = markdown.slice(0, index).split('\n').length + 1;
    const cellLines = cell.split('\n').slice(0, -1);
    const mistake = await mistakeIn(cell);
    if (mistake)
      // What is missing at the end of a cell is missed after it.
      mistakes.push({
        file,
        line: first + Math.min(mistake.line, Math.max(cellLines.length, 1)) - 1,
        message: mistake.message,
      });
    else if (!cellLines.some((_, offset) => omit.has(first + offset)))
      lines.splice(first - 1, cellLines.length, ...cellLines);
  }
  return { code: lines.join('\n'), mistakes };
}

async function mistakeIn(cell: string): Promise<{ line: number; message: string } | undefined> {
  try {
    await transform(cell, { loader: 'ts', logLevel: 'silent' });
    return undefined;
  } catch (error) {
    const [{ location, text }] = (error as TransformFailure).errors;
    return { line: location?.line ?? 1, message: text };
  }
}
