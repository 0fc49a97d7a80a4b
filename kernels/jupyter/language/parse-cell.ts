import ts from 'typescript';

/** A syntax error of a cell. */
export interface Problem {
  /** UTF-16 offset in the cell; its length or more where the code ends too early. */
  readonly start: number;
  /** TypeScript's number of the error. */
  readonly code: number;
}

/** A cell as TypeScript parses it, syntax errors or not. */
export interface ParsedCell {
  /** The code, magics replaced by spaces, so that every offset stays. */
  readonly text: string;
  /** What stands around the text to make it a program: parentheses around an object literal, else nothing. */
  readonly open: string;
  readonly close: string;
  readonly source: ts.SourceFile;
  /** Where the text begins in the source. */
  readonly offset: number;
  /** In the order of the parser, which is that of the text. */
  readonly problems: readonly Problem[];
}

/** Makes any program a module, in which `await` may stand at the top. */
export const moduleMark = 'export {};\n';

/**
 * Parses a cell. One that begins with a brace is an object literal if it can be one: as in a notebook of
 * Observable's, an expression comes before a block.
 */
export function parseCell(code: string): ParsedCell {
  const text = withoutMagics(code);
  const program = parse(text, '', '');
  const first = program.source.statements[1];
  if (first === undefined || !ts.isBlock(first)) return program;
  const literal = parse(text, '(', '\n)');
  return firstProblem(literal) >= firstProblem(program) ? literal : program;
}

const firstProblem = ({ problems }: ParsedCell) => problems[0]?.start ?? Infinity;

function parse(text: string, open: string, close: string): ParsedCell {
  const source = ts.createSourceFile(
    'cell.ts',
    moduleMark + open + text + close,
    ts.ScriptTarget.ESNext,
    true,
    ts.ScriptKind.TS,
  );
  const offset = moduleMark.length + open.length;
  // The parser keeps what it finds here; only whole programs offer it in their public interface.
  const { parseDiagnostics = [] } = source as { parseDiagnostics?: readonly ts.DiagnosticWithLocation[] };
  const problems = parseDiagnostics.map(({ start, code }) => ({ start: start - offset, code }));
  return { text, open, close, source, offset, problems };
}

/** Blanks the lines with magics that a cell begins with; all of it after a cell's magic, `%%name`. */
function withoutMagics(code: string): string {
  const blank = (part: string) => part.replace(/[^\r\n]/g, ' ');
  if (/^\s*%%/.test(code)) return blank(code);
  const [magics] = /^(?:[^\S\n]*(?:%.*)?\n)*(?:[^\S\n]*%.*$)?/.exec(code)!;
  return blank(magics) + code.slice(magics.length);
}
