import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import MiniSearch from 'minisearch';
import { type ClaimRow, groupClaims } from '../../../src/components/claim-row.js';
import {
  claimDocument,
  pageDocument,
  paperDocument,
  type SearchDocument,
  searchOptions,
} from '../../../src/lib/shelf/search-documents.js';
import { shelf as shelfPapers, shelfPaper } from '../../../src/lib/shelf/shelf.js';
import { root } from '../../engine/root.js';

const pages = path.join(root, 'src');

/** The index of papers, claims and pages, as `siteSearch` reads it. @param rows of the `claims.parquet` of all papers */
export async function searchIndex(rows: readonly ClaimRow[]): Promise<string> {
  const claims = groupClaims(rows);
  const index = new MiniSearch<SearchDocument>(searchOptions);
  index.addAll([
    ...(await Promise.all(
      shelfPapers.map(async (paper) => paperDocument(paper, await plainWords(paper.slug))),
    )),
    ...claims.map(({ decisive }) => claimDocument(decisive, shelfPaper(decisive.paper))),
    ...(await otherPages()),
  ]);
  return JSON.stringify(index);
}

/** What a paper's page says in plain words; nothing for a paper that waits on the list. */
async function plainWords(slug: string): Promise<string> {
  const text = await readFile(path.join(pages, 'papers', `${slug}.md`), 'utf8').catch(() => '');
  const [, words = ''] = /^## In plain words$(.*?)^## /ms.exec(text) ?? [];
  return proseOf(words);
}

/** The pages beside those of papers and of claims. The first page is where one searches. */
async function otherPages(): Promise<SearchDocument[]> {
  const files = (await readdir(pages)).filter((file) => file.endsWith('.md') && file !== 'index.md').sort();
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(path.join(pages, file), 'utf8');
      const title = /^# (.*)$/m.exec(text)?.[1] ?? file;
      return pageDocument(file.replace(/\.md$/, ''), title, proseOf(text));
    }),
  );
}

/** The words of a page's Markdown, without its head, cells, formulas, marks and places that are filled later. */
export function proseOf(markdown: string): string {
  return markdown
    .replace(/^---\n.*?^---$/ms, '')
    .replace(/^```.*?^```$/gms, '')
    .replace(/\$\$?[^$]*\$\$?|\{\{[\w-]+\}\}|<[^>]*>|\]\([^)]*\)/g, ' ')
    .replace(/\{\{[\w-]+\?|[[\]{}*_#|`]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
