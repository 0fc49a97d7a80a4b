/** The parts of Framework that are called here; the package declares no types. */
declare module '@observablehq/framework/dist/preview.js' {
  /** @param options `port` may be the path of a socket file, as for `net.Server.listen`. */
  export function preview(options: { port: string; verbose: boolean; open: boolean }): Promise<unknown>;
}

declare module '@observablehq/framework/dist/markdown.js' {
  import type { MarkdownIt } from './formulas.js';

  export function createMarkdownIt(options: { markdownIt?(md: MarkdownIt): MarkdownIt }): MarkdownIt;
  export function parseMarkdown(
    source: string,
    options: { md: MarkdownIt; path: string },
  ): { body: string; code: { id: string }[] };
}

declare module '@observablehq/framework/dist/info.js' {
  /** What stands behind the backticks of a fence: its language, and attributes such as `run=false`. */
  export function parseInfo(info: string): { tag: string; attributes: Record<string, string> };
}
