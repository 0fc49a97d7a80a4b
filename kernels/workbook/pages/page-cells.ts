import { parseInfo } from '@observablehq/framework/dist/info.js';
import { createMarkdownIt } from '@observablehq/framework/dist/markdown.js';
import ts from 'typescript';
import { formulas } from '../formulas.js';

/** Code that Framework runs in a page: a fence of TypeScript, or an expression in the text. */
export interface PageCell {
  readonly kind: 'fence' | 'inline';
  /** The code as the page has it. */
  readonly code: string;
  /** UTF-16 offset of the code in the page. */
  readonly start: number;
  /** Whether the cell is one expression, whose value Framework shows. */
  readonly expression: boolean;
}

/** Something wrong in a page. */
export interface PageProblem {
  /** UTF-16 offset in the page. */
  readonly start: number;
  readonly message: string;
}

export interface ReadPage {
  readonly cells: readonly PageCell[];
  /** Code that runs in the page and is no cell of TypeScript, which nothing here can check. */
  readonly problems: readonly PageProblem[];
}

const markdown = createMarkdownIt({ markdownIt: formulas });

/** Languages whose fences Framework runs, beside TypeScript; nothing here knows their types. */
const unchecked = new Set(['js', 'jsx', 'tsx', 'sql', 'html', 'svg', 'tex', 'dot', 'mermaid']);

/** The cells of a page, in the order of the text, read by Framework's own parser. */
export function pageCells(page: string): ReadPage {
  const lineStarts = [0, ...Array.from(page.matchAll(/\n/g), ({ index }) => index + 1)];
  const cells: PageCell[] = [];
  const problems: PageProblem[] = [];
  const tokens = markdown.parse(withoutFrontMatter(page), { path: '/' });
  for (const { type, map, info, content, children } of tokens) {
    const begin = lineStarts[map?.[0] ?? 0];
    if (type === 'fence') {
      const { tag, attributes } = parseInfo(info);
      if (attributes.run?.toLowerCase() === 'false') continue;
      const start = lineStarts[(map?.[0] ?? 0) + 1] ?? page.length;
      if (unchecked.has(tag))
        problems.push({
          start: begin,
          message: `a cell in "${tag}" is seen by no compiler: write it in "ts"`,
        });
      else if (tag === 'ts' && !page.startsWith(content, start))
        problems.push({
          start: begin,
          message: 'a cell stands at the beginning of its lines: indent it no further',
        });
      else if (tag === 'ts')
        cells.push({ kind: 'fence', code: content, start, expression: isExpression(content) });
    }
    // The parser says of an inline expression only in which block it stands.
    let from = begin;
    for (const child of children ?? []) {
      if (child.type !== 'placeholder') continue;
      const start = page.indexOf(`\${${child.content}}`, from) + 2;
      cells.push({ kind: 'inline', code: child.content, start, expression: true });
      from = start + child.content.length;
    }
  }
  return { cells, problems };
}

/** Blanks in its place, so that every line stays where it is. */
function withoutFrontMatter(page: string): string {
  return page.replace(/^---\n[\s\S]*?\n---(?=\n|$)/, (front) => front.replace(/[^\n]/g, ''));
}

/** As Framework decides it: a semicolon makes a statement, a name makes a declaration. */
function isExpression(code: string): boolean {
  const [statement, ...others] = ts.createSourceFile('cell.ts', code, ts.ScriptTarget.ESNext).statements;
  return (
    statement !== undefined &&
    others.length === 0 &&
    ts.isExpressionStatement(statement) &&
    !code.slice(0, statement.end).endsWith(';')
  );
}
