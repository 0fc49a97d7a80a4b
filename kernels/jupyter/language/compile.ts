import vm from 'node:vm';
import { LEAST_UPPER_BOUND, originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import { transpile } from '@observablehq/notebook-kit';
import ts from 'typescript';
import type { CompiledCell, CompileProblem } from './compiled-cell.js';
import { disguise, globalsIn, isDisguised, undisguised } from './global-names.js';
import { importStatement } from './import-statement.js';

/** A cell that does not compile; where, in `problem`. */
export class CompileError extends SyntaxError {
  override readonly name = 'SyntaxError';

  constructor(readonly problem: CompileProblem) {
    super(problem.message);
  }
}

/** A change to the cell's text that keeps its lines. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const options: ts.CompilerOptions = {
  module: ts.ModuleKind.Preserve,
  verbatimModuleSyntax: true,
  sourceMap: true,
};

/**
 * Compiles a cell from TypeScript to a function of what it uses, as Observable's notebooks do: the value of a
 * cell that is one expression is shown, top-level declarations are visible to other cells. Beyond a page's
 * dialect, the last statement's value is shown where it is an expression without a semicolon.
 *
 * Imports become calls of `__import`, which the kernel answers; what is awaited goes through `__alive`, which
 * lets nothing of an interrupted cell go on.
 *
 * @throws {CompileError} with the line and the column of what is wrong, and nothing else
 */
export function compile(source: string): CompiledCell {
  try {
    return compileCell(source);
  } catch (error) {
    if (error instanceof CompileError) throw error;
    // Parsers call themselves for what is nested, and TypeScript's fails an assertion on code that nobody writes.
    const deep = error instanceof RangeError;
    const message = deep ? 'this cell is nested too deeply' : 'TypeScript cannot make sense of this cell';
    throw new CompileError({ message });
  }
}

function compileCell(source: string): CompiledCell {
  const program = parse(source);
  const inParentheses = asExpression(program);
  const expression = inParentheses !== undefined;
  const file = inParentheses ?? program;
  const [problem] = problemsOf(file);
  if (problem) throw new CompileError(place(file, problem.start, messageOf(problem)));
  const exported = file.statements.find(isExport);
  if (exported) throw new CompileError(place(file, exported.getStart(file), noExports));

  const edited = apply(file.text, editsOf(file, expression));
  // Decorators and `using` become what every version of Node knows; anything else stays as it was typed.
  const target = isAhead(file) ? ts.ScriptTarget.ES2022 : ts.ScriptTarget.ESNext;
  const compilerOptions = { ...options, target };
  const { outputText, sourceMapText = '' } = ts.transpileModule(edited, { compilerOptions });
  const bare = outputText.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '');
  const javascript = expression ? bare.replace(/;\s*$/, '') : bare;
  const trace = new TraceMap(sourceMapText);
  const last = source.split('\n').length;
  const lineOf = (line: number) => {
    // A line that only closes what an earlier one began has no position of its own.
    for (let above = line; above > 0; above--) {
      const found = originalPositionFor(trace, { line: above, column: 0, bias: LEAST_UPPER_BOUND }).line;
      if (found !== null) return Math.min(found, last);
    }
    return 0;
  };
  try {
    const transpiled = transpile(javascript, 'js');
    const { inputs: uses = [], outputs: defines = [], autodisplay = false } = transpiled;
    const body = undisguised(transpiled.body);
    // What the lowering of decorators and resources mentions or declares is not the cell's.
    const typed = identifiersOf(program);
    const inputs = uses.filter((name) => typed.has(name) || name.startsWith('__'));
    const globals = uses.filter(isDisguised);
    const outputs = defines.map(undisguised).filter((name) => typed.has(name));
    const count = javascript.split('\n').length;
    // Before the cell's own lines stand the function's head and, for an expression, `return (`.
    const head = (expression ? 2 : 1) - (javascript.startsWith('\n') ? 1 : 0);
    const lines = [
      ...new Array<number>(head).fill(0),
      ...Array.from({ length: count }, (_, i) => lineOf(i + 1)),
    ];
    checkSyntax(body, lines);
    return { source, body, inputs, globals: globals.map(undisguised), outputs, autodisplay, lines };
  } catch (error) {
    if (error instanceof CompileError || error instanceof RangeError) throw error;
    throw new CompileError(translate(error, lineOf));
  }
}

/** What the transpilers let pass and this engine does not know is found before the cell runs. */
function checkSyntax(body: string, lines: readonly number[]): void {
  try {
    new vm.Script(`(${body})`, { filename: 'cell' });
  } catch (error) {
    const { message, stack = '' } = error as SyntaxError;
    const [, line] = /^cell:(\d+)/.exec(stack) ?? [];
    throw new CompileError({ message, line: lines[Number(line) - 1] || undefined });
  }
}

/** Whether a cell has syntax that not every version of Node knows. */
function isAhead(node: ts.Node): boolean {
  if (ts.isDecorator(node) || hasAccessor(node)) return true;
  // `await using` has its own flag, of which this one is a part.
  if (ts.isVariableDeclarationList(node) && (node.flags & ts.NodeFlags.Using) === ts.NodeFlags.Using)
    return true;
  return ts.forEachChild(node, (child) => isAhead(child) || undefined) ?? false;
}

function hasAccessor(node: ts.Node): boolean {
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AccessorKeyword) ?? false;
}

function identifiersOf(file: ts.SourceFile): Set<string> {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) found.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const noExports =
  'a cell has no exports: what it declares outside of functions is visible to all cells. Leave out "export"';

/** Whether a statement exports more than types, which are left out. */
function isExport(statement: ts.Statement): boolean {
  if (ts.isExportDeclaration(statement)) return !statement.isTypeOnly;
  if (ts.isExportAssignment(statement)) return true;
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) return false;
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  const has = (kind: ts.SyntaxKind) => modifiers.some((modifier) => modifier.kind === kind);
  return has(ts.SyntaxKind.ExportKeyword) && !has(ts.SyntaxKind.DeclareKeyword);
}

function parse(text: string): ts.SourceFile {
  return ts.createSourceFile('cell.ts', text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TS);
}

/** What the parser found; it is not in the public type of a source file. */
function problemsOf(file: ts.SourceFile): readonly ts.DiagnosticWithLocation[] {
  return (file as unknown as { parseDiagnostics: readonly ts.DiagnosticWithLocation[] }).parseDiagnostics;
}

/**
 * A cell in parentheses, where that makes it one expression; a named function or class is a declaration, as in a
 * page. The parenthesis opens where the code begins, so that the expression's line is that of its first word.
 */
function asExpression(program: ts.SourceFile): ts.SourceFile | undefined {
  const start = program.statements[0]?.getStart(program) ?? 0;
  const file = parse(`${program.text.slice(0, start)}(${program.text.slice(start)}\n)`);
  const [statement, ...others] = file.statements;
  if (problemsOf(file).length > 0 || others.length > 0) return undefined;
  if (!statement || !ts.isExpressionStatement(statement)) return undefined;
  const outer = statement.expression;
  if (!ts.isParenthesizedExpression(outer) || outer.end !== file.text.length) return undefined;
  const inner = outer.expression;
  const named = (ts.isClassExpression(inner) || ts.isFunctionExpression(inner)) && inner.name;
  return named ? undefined : file;
}

function editsOf(file: ts.SourceFile, expression: boolean): Edit[] {
  const edits: Edit[] = [];
  const insert = (at: number, text: string) => edits.push({ start: at, end: at, text });
  const wrap = (node: ts.Node, before: string, after: string) => {
    insert(node.getStart(file), before);
    insert(node.end, after);
  };
  const last = file.statements.at(-1);
  if (!expression && last && isShown(last, file)) wrap(last.expression, '__result(await __alive((', ')))');
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      const text = importStatement(node);
      const span = file.text.slice(node.getStart(file), node.end);
      edits.push({
        start: node.getStart(file),
        end: node.end,
        text: text + '\n'.repeat(span.split('\n').length - 1),
      });
      return;
    }
    if (ts.isAwaitExpression(node)) wrap(node.expression, '__alive(', ')');
    if (ts.isForOfStatement(node) && node.awaitModifier) wrap(node.expression, '__alive.each(', ')');
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      edits.push({ start: node.expression.getStart(file), end: node.expression.end, text: '__import' });
    if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword)
      edits.push({ start: node.getStart(file), end: node.end, text: '__meta' });
    ts.forEachChild(node, visit);
  };
  visit(file);
  for (const name of globalsIn(file)) insert(name.end, disguise);
  return edits;
}

/** Whether a last statement's value is to be shown: it has no semicolon, and does not show itself. */
function isShown(statement: ts.Statement, file: ts.SourceFile): statement is ts.ExpressionStatement {
  if (!ts.isExpressionStatement(statement)) return false;
  if (file.text.slice(0, statement.end).endsWith(';')) return false;
  const { expression } = statement;
  return !(ts.isCallExpression(expression) && /^(display|view)$/.test(expression.expression.getText(file)));
}

/** Applies edits that do not overlap; of those at one place, insertions come first, in the order of the list. */
function apply(text: string, edits: readonly Edit[]): string {
  const rank = ({ start, end }: Edit) => (start === end ? 0 : 1);
  const ordered = edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => a.edit.start - b.edit.start || rank(a.edit) - rank(b.edit) || a.index - b.index);
  let result = '';
  let at = 0;
  for (const { edit } of ordered) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

function messageOf({ messageText }: ts.Diagnostic): string {
  return ts.flattenDiagnosticMessageText(messageText, '\n');
}

function place(file: ts.SourceFile, start: number, message: string): CompileProblem {
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  return { message, line: line + 1, column: character + 1 };
}

/** Says in a cell's words what the dataflow's transpiler rejects; it names the place as `(line:column)`. */
function translate(error: unknown, lineOf: (line: number) => number): CompileProblem {
  const text = error instanceof Error ? error.message : String(error);
  const [, disguised = text, line] = /^(.*?)(?: \((\d+):\d+\))?$/s.exec(text) ?? [];
  const message = undisguised(disguised);
  const [, assigned] = /^Assignment to (?:external variable|global) '(.+)'$/.exec(disguised) ?? [];
  const global = assigned && isDisguised(assigned) ? undisguised(assigned) : undefined;
  const foreign = global ? undefined : assigned;
  return {
    message: foreign
      ? `"${foreign}" is not this cell's variable, so this cell cannot assign it. Declare it here ` +
        `(let ${foreign} = …), or change it in the cell that defines it; to let several cells change a value, ` +
        `define it as Mutable(…) there and assign its .value`
      : global
        ? `"${global}" is a global of the language and cannot be assigned; ` +
          `"let ${global} = …" declares one of this notebook's own`
        : message,
    line: line === undefined ? undefined : lineOf(Number(line)),
  };
}
