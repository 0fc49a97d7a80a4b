import { declarations, identifiers } from '../../jupyter/language/declarations.js';
import { parseCell } from '../../jupyter/language/parse-cell.js';
import { type PageCell, pageCells } from './page-cells.js';
import { shown } from './page-modules.js';

/** The part of a message of ESLint that says where it is. */
interface Message {
  line: number;
  column: number;
  endLine?: number;
  endColumn?: number;
  fix?: { range: [number, number]; text: string };
}

/** What was made of a page whose messages are still to come. */
interface Linted {
  readonly page: string;
  readonly cells: readonly PageCell[];
}

const pages = new Map<string, Linted>();

/**
 * Lets ESLint see each cell of a page as a module that exports what other cells use; the module's path is the page's
 * with a file name below it, so rules for `*.ts` apply.
 */
export const pageProcessor = {
  meta: { name: 'litmus-pages', version: '1' },
  supportsAutofix: true,

  preprocess(page: string, file: string): { text: string; filename: string }[] {
    const { cells } = pageCells(page);
    pages.set(file, { page, cells });
    const parsed = cells.map(({ code }) => parseCell(code));
    const mentioned = parsed.map(identifiers);
    return cells.map(({ code, expression }, index) => {
      const elsewhere = (name: string) =>
        mentioned.some((names, other) => other !== index && names.has(name));
      const used = declarations(parsed[index]).filter(({ name }) => elsewhere(name));
      const text = expression ? shown.open + code + shown.close : code;
      const list = used.map(({ name }) => name).join(', ');
      return { text: `${text}\nexport { ${list} };\n`, filename: `${index}.ts` };
    });
  },

  postprocess(messages: Message[][], file: string): Message[] {
    const { page, cells } = pages.get(file)!;
    pages.delete(file);
    return messages.flatMap((ofCell, index) => ofCell.map((message) => inPage(message, cells[index], page)));
  },
};

/** A message about a cell's module as one about the page. */
function inPage(message: Message, { start, code, expression }: PageCell, page: string): Message {
  const before = page.slice(0, start).split('\n');
  const added = expression ? shown.open : '';
  const line = (inModule: number) => inModule + before.length - added.split('\n').length;
  // A cell that stands in a line of text begins in the middle of that line.
  const column = (inModule: number, atLine: number) =>
    line(atLine) === before.length ? inModule + before.at(-1)!.length : inModule;
  const offset = start - added.length;
  const fix = message.fix && {
    ...message.fix,
    range: message.fix.range.map((position) => position + offset) as [number, number],
  };
  const { endLine, endColumn } = message;
  const fixable = fix !== undefined && fix.range[0] >= start && fix.range[1] <= start + code.length;
  return {
    ...message,
    line: line(message.line),
    column: column(message.column, message.line),
    ...(endLine !== undefined && { endLine: line(endLine) }),
    ...(endLine !== undefined && endColumn !== undefined && { endColumn: column(endColumn, endLine) }),
    fix: fixable ? fix : undefined,
  };
}
