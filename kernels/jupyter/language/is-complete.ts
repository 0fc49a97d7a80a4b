import ts from 'typescript';
import { hasModifier } from './declarations.js';
import { parseCell, type ParsedCell } from './parse-cell.js';

/** Jupyter's `is_complete_reply`. */
export interface Completeness {
  readonly status: 'complete' | 'incomplete' | 'invalid' | 'unknown';
  /** The blanks with which the next line begins, where the code is incomplete. */
  readonly indent?: string;
}

/** TypeScript's numbers of the errors that say what a text ends within. */
const unterminatedString = 1002;
const unterminatedComment = 1010;
const unterminatedTemplate = 1160;

/**
 * Whether code is ready to run. It is incomplete where all that is wrong is that it ends too early, and invalid
 * where more lines would not mend it.
 */
export function isComplete(code: string): Completeness {
  const cell = parseCell(code);
  const [problem] = cell.problems;
  if (!problem) return unfinished(cell) ? incomplete(cell) : { status: 'complete' };
  // A string ends with its line, unless this ends in a backslash, which is another error.
  if (problem.code === unterminatedString || !nothingFrom(problem.start, cell.text))
    return { status: 'invalid' };
  // White space would become part of these.
  const literal = problem.code === unterminatedComment || problem.code === unterminatedTemplate;
  return literal ? { status: 'incomplete', indent: '' } : incomplete(cell);
}

/** Whether only white space and comments follow: errors may stand before these. */
function nothingFrom(start: number, text: string): boolean {
  const scanner = ts.createScanner(ts.ScriptTarget.ESNext, true);
  scanner.setText(text, Math.min(start, text.length));
  return scanner.scan() === ts.SyntaxKind.EndOfFileToken;
}

/** Whether a statement that parses needs more: a body, or the value of a constant. */
function unfinished({ source }: ParsedCell): boolean {
  const last = source.statements.at(-1)!;
  if (hasModifier(last, ts.SyntaxKind.DeclareKeyword) || last.getText(source).endsWith(';')) return false;
  if (ts.isFunctionDeclaration(last)) return last.body === undefined;
  if (!ts.isVariableStatement(last)) return false;
  const { flags, declarations } = last.declarationList;
  const declared = declarations.at(-1);
  if (!declared) return true;
  return !declared.initializer && ((flags & ts.NodeFlags.Const) !== 0 || !ts.isIdentifier(declared.name));
}

function incomplete(cell: ParsedCell): Completeness {
  return { status: 'incomplete', indent: '  '.repeat(openBrackets(cell)) };
}

function openBrackets({ source, offset, text }: ParsedCell): number {
  let open = 0;
  const visit = (node: ts.Node) => {
    // What the parser adds where something is missing has no width.
    if (node.getStart(source) >= offset + text.length || node.getWidth(source) === 0) return;
    if (node.getStart(source) >= offset) open += depth.get(node.kind) ?? 0;
    node.getChildren(source).forEach(visit);
  };
  visit(source);
  return open;
}

const depth: ReadonlyMap<ts.SyntaxKind, number> = new Map([
  [ts.SyntaxKind.OpenBraceToken, 1],
  [ts.SyntaxKind.OpenBracketToken, 1],
  [ts.SyntaxKind.OpenParenToken, 1],
  [ts.SyntaxKind.TemplateHead, 1],
  [ts.SyntaxKind.CloseBraceToken, -1],
  [ts.SyntaxKind.CloseBracketToken, -1],
  [ts.SyntaxKind.CloseParenToken, -1],
  [ts.SyntaxKind.TemplateTail, -1],
]);
