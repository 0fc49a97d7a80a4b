import type { Table } from '../../src/lib/estimation/table.js';
import { askableColumns, summaryOf } from '../../src/lib/estimation/table-summary.js';
import { shellWord } from '../../src/lib/text/shell-word.js';
import { textTable } from '../cli/text-table.js';
import { inWords } from '../engine/failure.js';

/** What to say to who named no columns: which there are, what each holds, and a question that can be asked of them. */
export async function columnsHeld(table: Table): Promise<string> {
  const summary = await inWords(() => summaryOf(table, null));
  const columns = textTable(
    ['column', 'kind', 'what was found', 'missing'],
    summary.columns.map(({ name, kind, found, missing }) => [
      name,
      kind ?? 'not taken',
      found,
      String(missing),
    ]),
  );
  const [x, y] = askableColumns(summary).map(({ name }) => shellWord(name));
  const example =
    y === undefined
      ? 'A question takes two columns that vary.'
      : `For example: litmus estimate ${shellWord(table.name)} --x ${x} --y ${y}`;
  return `name two columns by --x and --y, or ask for --all-pairs.\n${table.name} has ${summary.rows} rows of\n\n${columns}\n${example}`;
}
