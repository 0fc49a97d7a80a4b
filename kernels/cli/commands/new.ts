import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { sentenceProblem } from '../../../src/lib/shelf/plain-sentence.js';
import { shelf } from '../../../src/lib/shelf/shelf.js';
import type { ShelfPaper, Subject } from '../../../src/lib/shelf/shelf-paper.js';
import { exists } from '../../engine/exists.js';
import { Failure } from '../../engine/failure.js';
import { litmusCommand } from '../../engine/litmus-command.js';
import { makeFolder } from '../../engine/make-folder.js';
import { paperSlugs } from '../../engine/papers.js';
import { root } from '../../engine/root.js';
import { writeWholeFile } from '../../engine/whole-file.js';
import { scaffold, type ScaffoldFile, withAdded } from '../../scaffold/scaffold.js';
import type { CommandContext } from '../context.js';
import { textTable } from '../text-table.js';

interface NewOptions {
  readonly title?: string;
  readonly author?: readonly string[];
  readonly year?: number;
  readonly sentence?: string;
  readonly venue: string;
  readonly arxiv?: string;
  readonly subject: Subject;
  readonly list?: boolean;
}

const addedFile = 'src/lib/shelf/added.ts';

/** Letters of the longest slug: files and addresses are named by it. */
const longest = 60;

/** `litmus new`: a paper's experiment, claims, page and test, ready to run and to be changed. */
export async function newPaper(
  { terminal }: CommandContext,
  slug: string | undefined,
  options: NewOptions,
): Promise<number> {
  if (options.list) {
    terminal.out(await listed());
    return 0;
  }
  if (slug === undefined)
    throw new Failure(
      `which paper? Give a slug; those on the shelf are listed by: ${litmusCommand('new --list')}`,
      2,
    );
  checkSlug(slug);
  const onShelf = shelf.find((paper) => paper.slug === slug);
  if (onShelf && options.title !== undefined && options.title !== onShelf.title)
    throw new Failure(`${slug} is on the shelf as "${onShelf.title}": leave --title out`, 2);
  const paper = onShelf ?? described(slug, options);
  const files = await scaffold(paper);
  if (!onShelf) {
    const module = await readFile(path.join(root, addedFile), 'utf8');
    files.push({ file: addedFile, text: withAdded(module, paper) });
  }
  const there = await existing(files.filter(({ file }) => file !== addedFile));
  if (there) throw new Failure(`${there} is there already: nothing was written`, 2);
  for (const { file, text } of files) {
    await makeFolder(path.dirname(path.join(root, file)));
    await writeWholeFile(path.join(root, file), await formatted(file, text));
    terminal.out(`  ${file}\n`);
  }
  terminal.out(nextSteps(slug));
  return 0;
}

/** The papers of the shelf, and which of them have moved in. */
async function listed(): Promise<string> {
  const here = await paperSlugs();
  const rows = shelf.map(({ slug, title }) => [slug, here.includes(slug) ? 'yes' : 'no', title]);
  return textTable(['slug', 'here', 'title'], rows);
}

/** @throws {Failure} where nothing can be named so. */
function checkSlug(slug: string): void {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(slug))
    throw new Failure(`"${slug}" is no slug: small letters, digits and hyphens, as in "channel-coding"`, 2);
  if (slug.length > longest)
    throw new Failure(`a slug has at most ${longest} letters, and this one has ${slug.length}`, 2);
  if (slug === 'shelf')
    throw new Failure('"shelf" names the tables of all papers together: choose another slug', 2);
}

/** A paper that is not yet on the shelf. */
function described(slug: string, options: NewOptions): ShelfPaper {
  const { author: authors, year, sentence, venue, arxiv, subject } = options;
  // A heading is one line.
  const title = options.title?.replace(/\s+/g, ' ').trim();
  const missing = [
    !title && '--title "…"',
    authors === undefined && '--author "First Last" …',
    year === undefined && '--year …',
    sentence === undefined && '--sentence "…" (what it is about, in 10 to 25 plain words)',
  ].filter((option) => option !== false);
  if (!title || authors === undefined || year === undefined || sentence === undefined)
    throw new Failure(`${slug} is not on the shelf yet; describe it: ${missing.join(', ')}`, 2);
  const problem = sentenceProblem(sentence);
  if (problem) throw new Failure(`--sentence: ${problem}`, 2);
  if (arxiv !== undefined && !/^\d{4}\.\d{4,5}$/.test(arxiv))
    throw new Failure(`--arxiv: "${arxiv}" is no identifier such as 2404.17951`, 2);
  return { slug, title, authors, year, venue, arxiv, subject, sentence };
}

async function existing(files: readonly ScaffoldFile[]): Promise<string | undefined> {
  for (const { file } of files) if (await exists(path.join(root, file))) return file;
  return undefined;
}

/** As the linter wants it: names and titles change where lines break. */
async function formatted(file: string, text: string): Promise<string> {
  if (!file.endsWith('.ts')) return text;
  const { format, resolveConfig } = await import('prettier');
  const filepath = path.join(root, file);
  return format(text, { ...(await resolveConfig(filepath)), filepath });
}

function nextSteps(slug: string): string {
  return `
It runs as it is, on an example. Next:
  ${litmusCommand(`run ${slug}`)}
  npm start            and look at /papers/${slug}
Then put the paper in the example's place, file by file: docs/adding-a-paper.md walks through one. At the end
  ${litmusCommand(`run ${slug} --record`)}
keeps tables and verdicts, which "${litmusCommand('check')}" compares with from then on.
`;
}
