import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { shelf } from '../../../src/lib/shelf/shelf.js';
import type { ShelfPaper, Subject } from '../../../src/lib/shelf/shelf-paper.js';
import { exists } from '../../engine/exists.js';
import { Failure } from '../../engine/failure.js';
import { root } from '../../engine/root.js';
import { scaffold, type ScaffoldFile, withAdded } from '../../scaffold/scaffold.js';
import type { CommandContext } from '../context.js';

interface NewOptions {
  readonly title?: string;
  readonly author?: readonly string[];
  readonly year?: number;
  readonly sentence?: string;
  readonly venue: string;
  readonly arxiv?: string;
  readonly subject: Subject;
}

const addedFile = 'src/lib/shelf/added.ts';

/** `litmus new`: a paper's experiment, claims, page and test, ready to run and to be changed. */
export async function newPaper(
  { terminal }: CommandContext,
  slug: string,
  options: NewOptions,
): Promise<number> {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(slug))
    throw new Failure(`"${slug}" is no slug: small letters, digits and hyphens, as in "channel-coding"`, 2);
  const listed = shelf.find((paper) => paper.slug === slug);
  if (listed && options.title !== undefined && options.title !== listed.title)
    throw new Failure(`${slug} is on the shelf as "${listed.title}": leave --title out`, 2);
  const paper = listed ?? described(slug, options);
  const files = await scaffold(paper);
  if (!listed) {
    const module = await readFile(path.join(root, addedFile), 'utf8');
    files.push({ file: addedFile, text: withAdded(module, paper) });
  }
  const there = await existing(files.filter(({ file }) => file !== addedFile));
  if (there) throw new Failure(`${there} is there already: nothing was written`, 2);
  for (const { file, text } of files) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), await formatted(file, text));
    terminal.out(`  ${file}\n`);
  }
  terminal.out(nextSteps(slug));
  return 0;
}

/** A paper that is not yet on the shelf. */
function described(slug: string, options: NewOptions): ShelfPaper {
  const { title, author: authors, year, sentence, venue, arxiv, subject } = options;
  const missing = [
    title === undefined && '--title "…"',
    authors === undefined && '--author "First Last" …',
    year === undefined && '--year …',
    sentence === undefined && '--sentence "…" (what it is about, in 10 to 25 plain words)',
  ].filter((option) => option !== false);
  if (title === undefined || authors === undefined || year === undefined || sentence === undefined)
    throw new Failure(`${slug} is not on the shelf yet; describe it: ${missing.join(', ')}`, 2);
  const words = sentence.split(/\s+/).length;
  if (words < 10 || words > 25 || !/^[A-Z][^.!?]*\.$/.test(sentence))
    throw new Failure(`--sentence: one sentence of 10 to 25 words with a full stop; it has ${words}`, 2);
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
  litmus run ${slug}
  npm start            and look at /papers/${slug}
Then put the paper in the example's place, file by file: docs/adding-a-paper.md walks through one. At the end
  litmus run ${slug} --record
keeps tables and verdicts, which "litmus check" compares with from then on.
`;
}
