/** The part of Framework that the tests call; the package declares no types. */
declare module '@observablehq/framework/dist/markdown.js' {
  import type { MarkdownIt } from '../../kernels/workbook/formulas.js';

  export function createMarkdownIt(options: { markdownIt(md: MarkdownIt): MarkdownIt }): MarkdownIt;
  export function parseMarkdown(
    source: string,
    options: { md: MarkdownIt; path: string },
  ): { body: string; code: { id: string }[] };
}
