import type { MarkdownIt } from './formulas.js';

/** What Framework puts in the place of a TypeScript cell that esbuild cannot read. */
const fromEsbuild =
  /SyntaxError: Transform failed with \d+ errors?:\n(?:&lt;|<)stdin(?:&gt;|>):(\d+):\d+: ERROR: /;

/**
 * Says in plain words where in a cell the mistake is that keeps it from being read. The terminal names the line of the
 * file; what a page shows is told about the cell alone.
 */
export function cellMistakes(md: MarkdownIt): MarkdownIt {
  const fence = md.renderer.rules.fence!;
  md.renderer.rules.fence = (...args) =>
    fence(...args).replace(fromEsbuild, (_, line: string) => `SyntaxError in line ${line} of this cell: `);
  return md;
}
