import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { build, FileBuildEffects } from '@observablehq/framework/dist/build.js';
import {
  type FrameworkLoader,
  type FrameworkLoaders,
  type FrameworkPage,
  type PageOptions,
  readConfig,
} from '@observablehq/framework/dist/config.js';
import { parseMarkdown } from '@observablehq/framework/dist/markdown.js';
import { decodeProvenance } from '../../src/lib/experiment/footer.js';
import { missingFile } from '../../src/lib/experiment/missing.js';
import { exists } from '../engine/exists.js';
import { Failure } from '../engine/failure.js';
import { paperSlugs } from '../engine/papers.js';
import { arrayBuffer } from '../engine/recorded.js';
import { writeWholeFile } from '../engine/whole-file.js';
import { loaderCommand } from './loader-command.js';
import { makeFile } from './make-file.js';
import { proseMistakes, readPageFacts } from './prose.js';
import { finishPages, finishSite } from './site/finish-site.js';
import { replaceFolder } from './vendor.js';
import { workbook } from './workbook.js';

/** What a reader of the built site does not see as it should be. */
export interface Problem {
  /** A page or a file of the site: `data/cs-ib/plane.parquet`. */
  readonly where: string;
  /** What is wrong with it, and why. */
  readonly what: string;
}

export interface BuildEffects {
  readonly signal: AbortSignal;
  err(text: string): void;
}

/**
 * Builds the static site and puts it in the place of the one before, which is there until then. Files for pages are
 * made in this process, anew each time: what is stored is quick to serve.
 *
 * @param output the site's folder; what is no site is not replaced
 * @returns what is missing or stale; the site says so in its place
 * @throws {Failure} where the folder holds something else; {Error} where Framework cannot build the site
 */
export async function buildSite(output: string, effects: BuildEffects): Promise<readonly Problem[]> {
  await refuseOther(output);
  const problems: Problem[] = [];
  const config = await readConfig();
  const loaders = tolerant(config.loaders, problems, effects);
  const unfinished = unfinishedFolder(output);
  const writing = new FileBuildEffects(unfinished, path.join(workbook, '.observablehq', 'cache'));
  const facts = readPageFacts(path.join(workbook, '.observablehq', 'cache'));
  finishPages(writing, facts);
  writing.prepare = async () => void (await mkdir(unfinished, { recursive: true }));
  try {
    await build({ config: { ...config, loaders, output: unfinished } }, writing);
    await finishSite(unfinished, facts, effects.err);
    await replaceFolder(output, unfinished);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return problems;
}

/** Where a site is built by this process before it takes its place. */
export const unfinishedFolder = (output: string) => `${output}.building-${process.pid}`;

async function refuseOther(folder: string): Promise<void> {
  const entries = (await exists(folder)) ? await readdir(folder) : [];
  if (entries.length > 0 && !entries.includes('_observablehq'))
    throw new Failure(`${folder} holds something other than a built site: name an empty or a new folder`, 2);
}

/** Framework's loaders, but none ends the build: a file or page that cannot be made is replaced by one that says why. */
function tolerant(
  loaders: FrameworkLoaders,
  problems: Problem[],
  { signal, err }: BuildEffects,
): FrameworkLoaders {
  const made = new Map<string, Promise<string>>();

  /** Writes a file into Framework's cache; resolves to its path there, as Framework wants it. */
  async function make({ targetPath, args }: Required<FrameworkLoader>): Promise<string> {
    const where = targetPath.replace(/^\//, '');
    const file = path.join('.observablehq', 'cache', where);
    const { missing, ...rest } = await makeFile(args.slice(loaderCommand.length - 1), err, signal);
    const bytes = 'bytes' in rest ? rest.bytes : Buffer.from(missingFile(missing!));
    if (missing !== undefined) problems.push({ where, what: `missing: ${missing}` });
    else if (where.endsWith('.parquet')) {
      const stale = decodeProvenance(arrayBuffer(bytes))?.stale;
      if (stale !== undefined)
        problems.push({ where, what: `of older code, since the code of today fails: ${stale}` });
    }
    await mkdir(path.dirname(path.join(workbook, file)), { recursive: true });
    await writeWholeFile(path.join(workbook, file), bytes);
    return file;
  }

  /** What the text of a paper's page takes from its tables is there before the page is made. */
  async function proseOf(page: string): Promise<void> {
    const slug = path.posix.basename(page);
    if ((await paperSlugs()).includes(slug)) await own.find(`/data/${slug}/prose.json`)?.load();
  }

  const own: FrameworkLoaders = Object.assign(Object.create(loaders) as FrameworkLoaders, {
    async loadPage(where: string, options: PageOptions): Promise<FrameworkPage> {
      try {
        await proseOf(where);
        const page = await loaders.loadPage.call(own, where, options);
        for (const [, message] of page.body.matchAll(mistake)) problems.push({ where, what: message });
        for (const what of proseMistakes(page.body)) problems.push({ where, what });
        return page;
      } catch (error) {
        const { message } = error as Error;
        problems.push({ where, what: `the page could not be made: ${message}` });
        return parseMarkdown(`# This page could not be made\n\n    ${message}\n`, options);
      }
    },
    find(target: string): FrameworkLoader | undefined {
      const loader = loaders.find(target);
      if (!loader?.targetPath || !loader.args) return loader;
      const { targetPath } = loader;
      const load = () => {
        const running = made.get(targetPath) ?? make(loader as Required<FrameworkLoader>);
        made.set(targetPath, running);
        return running;
      };
      return Object.assign(Object.create(loader) as FrameworkLoader, { load });
    },
  });
  return own;
}

/** In a page's body. What `cellMistakes` has put in plain words is known before Framework starts, with its line. */
const mistake = /observablehq--inspect observablehq--error"[^>]*>(SyntaxError: [^<]*)</g;
