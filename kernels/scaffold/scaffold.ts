import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ShelfPaper } from '../../src/lib/shelf/shelf-paper.js';

/** A file to write, named from the repository's root. */
export interface ScaffoldFile {
  readonly file: string;
  readonly text: string;
}

const templates = path.join(path.dirname(fileURLToPath(import.meta.url)), 'template');

/** Where each template goes. */
const places: Readonly<Record<string, (slug: string) => string>> = {
  'paper.ts': (slug) => `data-loaders/${slug}/paper.ts`,
  'sampling.ts': (slug) => `data-loaders/${slug}/sampling.ts`,
  'run.ts': (slug) => `data-loaders/${slug}/sampling.run.ts`,
  'answer.ts': (slug) => `data-loaders/${slug}/answer.ts`,
  'claims.ts': (slug) => `data-loaders/${slug}/claims.ts`,
  'coverage.ts': (slug) => `src/papers/${slug}/coverage.ts`,
  'tables.ts': (slug) => `src/papers/${slug}/tables.ts`,
  'thumbnail.ts': (slug) => `src/papers/${slug}/thumbnail.ts`,
  'figure.ts': (slug) => `src/components/${slug}/errors.ts`,
  'page.md': (slug) => `src/papers/${slug}.md`,
  'test.ts': (slug) => `test/data-loaders/${slug}/sampling.test.ts`,
};

/** The files of a paper that has just moved in: a small experiment that runs, with its claim, page and test. */
export async function scaffold(paper: ShelfPaper): Promise<ScaffoldFile[]> {
  const { slug, title } = paper;
  const values: Readonly<Record<string, string>> = {
    slug,
    title,
    yamlTitle: JSON.stringify(title),
    citation: citation(paper),
  };
  return Promise.all(
    Object.entries(places).map(async ([template, place]) => {
      const text = await readFile(path.join(templates, `${template}.template`), 'utf8');
      return {
        file: place(slug),
        text: text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole),
      };
    }),
  );
}

/** As it stands in a comment, which nothing in it may end. */
function citation({ authors, title, venue, year, arxiv }: ShelfPaper): string {
  const names = authors.join(', ');
  const text = `${names}, "${title}", ${venue} ${year}${arxiv ? `, arXiv ${arxiv}` : ''}.`;
  return text.replaceAll('*/', '* /');
}

/** The module of added papers with one more, as the last. */
export function withAdded(module: string, paper: ShelfPaper): string {
  const end = module.lastIndexOf('];');
  if (end < 0) throw new RangeError('the list of added papers has no end: "];"');
  const before = module.slice(0, end).trimEnd();
  const fields = Object.entries(paper)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `    ${name}: ${literal(value as string | number | readonly string[])},\n`);
  return `${before}\n  {\n${fields.join('')}  },\n];\n`;
}

/** As Prettier would write it: with single quotes, unless there are more of them inside. */
function literal(value: string | number | readonly string[]): string {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return `[${value.map(literal).join(', ')}]`;
  const json = JSON.stringify(value);
  return value.includes("'") ? json : `'${json.slice(1, -1).replaceAll('\\"', '"')}'`;
}
