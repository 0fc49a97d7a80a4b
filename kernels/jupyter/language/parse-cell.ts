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
  /** Offsets below this one are in magics. */
  readonly begin: number;
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
  // The lines with magics that a cell begins with; all of it where it is a cell's magic.
  const whole = /^\s*%%/.test(code);
  const magics = whole ? code : (/^(?:\s*%[^\n]*(?:\n|$))+/.exec(code)?.[0] ?? '');
  const text = magics.replace(/[^\r\n]/g, ' ') + code.slice(magics.length);
  const begin = !whole && /(?:^|\n)$/.test(magics) ? magics.length : code.length + 1;
  const parse = (open: string, close: string) => ({ ...parseText(text, open, close), begin });
  const program = parse('', '');
  const first = program.source.statements[1];
  if (first === undefined || !ts.isBlock(first)) return program;
  const literal = parse('(', '\n)');
  return firstProblem(literal) >= firstProblem(program) ? literal : program;
}

const firstProblem = ({ problems }: ParsedCell) => problems[0]?.start ?? Infinity;

function parseText(text: string, open: string, close: string): Omit<ParsedCell, 'begin'> {
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
