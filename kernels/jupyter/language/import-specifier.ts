import ts from 'typescript';
import type { ParsedCell } from './parse-cell.js';
import type { Range } from './word.js';

/** The module specifier around an offset of a cell, without its quotes; `undefined` where there is none. */
export function specifierAt({ source, offset, text }: ParsedCell, at: number): Range | undefined {
  let found: Range | undefined;
  const visit = (node: ts.Node) => {
    if (ts.isStringLiteralLike(node) && isSpecifier(node)) {
      const start = node.getStart(source) - offset + 1;
      const closed = node.getEnd() - offset - 1;
      // One that is being typed ends where the parser found no quote.
      const end = closed >= start && /["'`]/.test(text.charAt(closed)) ? closed : closed + 1;
      if (start <= at && at <= end) found = { start, end };
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isSpecifier(node: ts.StringLiteralLike): boolean {
  const { parent } = node;
  return (
    ts.isImportDeclaration(parent) ||
    ts.isExportDeclaration(parent) ||
    ts.isExternalModuleReference(parent) ||
    (ts.isLiteralTypeNode(parent) && ts.isImportTypeNode(parent.parent)) ||
    (ts.isCallExpression(parent) && parent.expression.kind === ts.SyntaxKind.ImportKeyword)
  );
}
