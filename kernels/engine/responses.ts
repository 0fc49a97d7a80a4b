import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { AuthorResponse } from '../../src/lib/claims/page-facts.js';
import { exists } from './exists.js';
import { Failure } from './failure.js';
import { root } from './root.js';

/** `## 2026-12-01, Ada Lovelace: error-falls, code-is-short` */
const head = /^## (\d{4}-\d{2}-\d{2}), (.+?): (.+)$/;

/**
 * What the authors of a paper answer to its verdicts, from `responses/<slug>.md`, in the order of the file. Each answer
 * has a heading of its own with day, author and claims; what stands before the first is not shown.
 *
 * @param ids of the paper's claims
 * @throws {Failure} naming file and line, where a heading cannot be read, or names a claim that there is none of
 */
export async function readResponses(
  slug: string,
  ids: readonly string[],
  folder = path.join(root, 'responses'),
): Promise<AuthorResponse[]> {
  const file = path.join(folder, `${slug}.md`);
  if (!(await exists(file))) return [];
  const lines = (await readFile(file, 'utf8')).split(/\r?\n/);
  const starts = lines.flatMap((line, index) => (line.startsWith('## ') ? index : []));
  return starts.map((start, index) => {
    const problem = (what: string) => new Failure(`${file}, line ${start + 1}: ${what}`, 2);
    const [, date, author, claims] = head.exec(lines[start]) ?? [];
    if (claims === undefined)
      throw problem(`"${lines[start]}" is not of the form "## 2026-12-01, Name: claim, claim"`);
    const named = claims.split(',').map((id) => id.trim());
    for (const id of named)
      if (!ids.includes(id)) throw problem(`${slug} has no claim "${id}"; it has ${ids.join(', ')}`);
    const text = lines.slice(start + 1, starts[index + 1]).join('\n');
    const paragraphs = text.split(/\n\s*\n/).map((one) => one.replace(/\s+/g, ' ').trim());
    return { date, author, claims: named, paragraphs: paragraphs.filter(Boolean) };
  });
}
