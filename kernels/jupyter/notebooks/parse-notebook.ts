import { Failure } from '../../engine/failure.js';
import { isJson, type Json } from '../protocol/message.js';

/** A cell of a notebook's file. */
export interface NotebookCell {
  /** Its place among all cells, text included, from 1. */
  readonly number: number;
  readonly isCode: boolean;
  readonly source: string;
  readonly tags: readonly string[];
}

/**
 * The cells of an .ipynb file (nbformat 4).
 *
 * @param name how messages call the file
 * @throws {Failure} where the text is no such file, is written in another language, or has no code
 */
export function parseNotebook(text: string, name: string): NotebookCell[] {
  const notebook = parseJson(text, name);
  checkFormat(notebook, name);
  checkLanguage(notebook, name);
  if (!Array.isArray(notebook.cells)) throw wrong(name, 'is no notebook: it has no list of cells');
  const cells = notebook.cells.map((cell: unknown, i) => readCell(cell, i + 1, name));
  if (!cells.some(({ isCode, source }) => isCode && source.trim() !== ''))
    throw wrong(name, 'has no code cells');
  return cells;
}

function wrong(name: string, what: string): Failure {
  return new Failure(`${name} ${what}`, 2);
}

function parseJson(text: string, name: string): Json {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw wrong(name, `is no notebook, for it is not JSON: ${(error as Error).message}`);
  }
  if (!isJson(value)) throw wrong(name, 'is no notebook: it holds JSON, but no object');
  return value;
}

function checkFormat({ nbformat }: Json, name: string): void {
  if (nbformat === undefined) throw wrong(name, 'is no notebook: it does not name a format (nbformat)');
  if (nbformat !== 4)
    throw wrong(
      name,
      `has the notebook format ${JSON.stringify(nbformat)}, and only 4 is read here: convert it with ` +
        '"jupyter nbconvert --to notebook --nbformat 4 --inplace"',
    );
}

function checkLanguage({ metadata }: Json, name: string): void {
  const { kernelspec, language_info: info } = isJson(metadata) ? metadata : {};
  const language = (isJson(kernelspec) && kernelspec.language) || (isJson(info) && info.name);
  if (typeof language === 'string' && !/^(typescript|javascript)$/i.test(language))
    throw wrong(name, `is written in ${language}; the cells that run here are TypeScript`);
}

function readCell(cell: unknown, number: number, name: string): NotebookCell {
  const broken = (what: string) => wrong(name, `is no notebook: ${what} of cell ${number}`);
  if (!isJson(cell) || typeof cell.cell_type !== 'string') throw broken('there is no cell_type');
  const source = Array.isArray(cell.source) ? (cell.source as unknown[]) : [cell.source];
  if (!source.every((line) => typeof line === 'string')) throw broken('there is no text in the source');
  const { tags = [] } = isJson(cell.metadata) ? cell.metadata : {};
  if (!Array.isArray(tags) || !tags.every((tag) => typeof tag === 'string'))
    throw broken('there is no list of texts in the tags');
  return { number, isCode: cell.cell_type === 'code', source: source.join(''), tags };
}
