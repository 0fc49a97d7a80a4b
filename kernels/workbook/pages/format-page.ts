import { format, resolveConfig } from 'prettier';
import { pageCells } from './page-cells.js';

/**
 * A page whose TypeScript cells are formatted as the project's files are; its text stays as it is, and so does a
 * cell with a syntax error, which the compiler reports.
 *
 * @param file the page's path, for the formatter's settings
 */
export async function formatPage(file: string, page: string): Promise<string> {
  const settings = await resolveConfig(file);
  let result = '';
  let end = 0;
  for (const { kind, code, start, expression } of pageCells(page).cells) {
    if (kind === 'inline') continue;
    const formatted = await format(code, { ...settings, parser: 'typescript' }).catch(() => code);
    // The semicolon would make a statement of an expression, and its value would no longer be shown.
    result += page.slice(end, start) + (expression ? formatted.replace(/;\n$/, '\n') : formatted);
    end = start + code.length;
  }
  return result + page.slice(end);
}
