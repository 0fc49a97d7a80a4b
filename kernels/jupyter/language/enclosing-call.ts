import ts from 'typescript';
import type { ParsedCell } from './parse-cell.js';

/** Where the name stands of the function in whose parentheses an offset of a cell is: of the innermost one. */
export function enclosingCall({ source, offset }: ParsedCell, at: number): number | undefined {
  const position = at + offset;
  let innermost = -1;
  let name: ts.Node | undefined;
  const visit = (node: ts.Node) => {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const open = node.getChildren(source).find(({ kind }) => kind === ts.SyntaxKind.OpenParenToken);
      if (open && open.getEnd() <= position && open.getEnd() > innermost && position <= endOf(node, source)) {
        innermost = open.getEnd();
        name = nameOf(node.expression);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return name && name.getStart(source) - offset;
}

/** Where the arguments end: at the parenthesis, or, where it is missing, at the next thing that is there. */
function endOf(node: ts.Node, source: ts.SourceFile): number {
  const last = node.getLastToken(source);
  if (last?.kind === ts.SyntaxKind.CloseParenToken) return last.getStart(source);
  return node.getEnd() + /^\s*/.exec(source.text.slice(node.getEnd()))![0].length;
}

function nameOf(callee: ts.Expression): ts.Node | undefined {
  if (ts.isIdentifier(callee) || callee.kind === ts.SyntaxKind.SuperKeyword) return callee;
  return ts.isPropertyAccessExpression(callee) ? callee.name : undefined;
}
