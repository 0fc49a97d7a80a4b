import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { build, type BuildLogger, FileBuildEffects } from '@observablehq/framework/dist/build.js';
import {
  type FrameworkLoader,
  type FrameworkLoaders,
  type FrameworkPage,
  type PageOptions,
  readConfig,
} from '@observablehq/framework/dist/config.js';
import { parseMarkdown } from '@observablehq/framework/dist/markdown.js';
import { exists } from '../engine/exists.js';
import { Failure } from '../engine/failure.js';
import { paperSlugs } from '../engine/papers.js';
import { buildOrder } from './build-order.js';
import { makeAhead, type Place } from './make-ahead.js';
import { contentsOf } from './page-contents.js';
import { cachedAt, isOurs, type OwnLoader } from './page-files/framework-files.js';
import type { Maker } from './page-files/maker.js';
import { writeClaimPages } from './parts/claim-pages.js';
import { readParts } from './parts/fill-parts.js';
import { proseMistakes, readPageFacts } from './prose.js';
import { putAside } from './put-aside.js';
import { brokenLinks } from './site/broken-links.js';
import { type FindFacts, finishPages, finishSite } from './site/finish-site.js';
import { openStills, type Stills, withStill } from './stills/stills.js';
import { unfinishedFolder } from './unfinished-folder.js';
import { replaceFolder } from './vendor.js';
import { workbook } from './workbook.js';

/** What a reader of the built site does not see as it should be. */
export interface Problem {
  /** A page or a file of the site: `data/cs-ib/plane.parquet`. */
  readonly where: string;
  /** What is wrong with it, and why. */
  readonly what: string;
}

/**
 * Builds the static site and puts it in the place of the one before, which is there until then. Files for pages are made
 * by another process, ahead of the pages that need them.
 *
 * @param output the site's folder; what is no site is not replaced
 * @param maker makes the files
 * @returns what is missing or stale; the site says so in its place
 * @throws {Failure} where the folder holds something else; {Error} where Framework cannot build the site
 */
export async function buildSite(output: string, maker: Maker): Promise<readonly Problem[]> {
  await refuseOther(output);
  const problems: Problem[] = [];
  const config = await readConfig();
  const cache = path.join(workbook, '.observablehq', 'cache');
  const { place, ahead } = makeAhead(maker);
  const facts = readPageFacts(cache);
  const loaders = tolerant(config.loaders, facts, problems, place);
  const { paths, files } = await buildOrder(await collected(config.paths()), (name) =>
    isOurs(loaders.find(name)),
  );
  const papers = paths.filter((name) => name.startsWith('/papers/'));
  const stills = openStills({ workbook, pages: papers, place });
  void ahead(files).then(() => stills.ahead());
  const unfinished = unfinishedFolder(output);
  const writing = new FileBuildEffects(unfinished, cache, { logger });
  finishPages(writing, facts, putAside(config.md).inHtml);
  writeStills(writing, stills, problems);
  writeClaimPages(writing, await paperSlugs(), readParts(cache));
  writing.prepare = async () => void (await mkdir(unfinished, { recursive: true }));
  try {
    await build({ config: { ...config, loaders, output: unfinished, paths: () => paths } }, writing);
    await finishSite(unfinished, facts, (slug) => pictureOf(place, slug));
    for (const { target, from } of await brokenLinks(unfinished))
      problems.push({ where: target, what: `is not there, and ${inWords(from)} to it` });
    await replaceFolder(output, unfinished);
  } finally {
    stills.stop();
    maker.stop();
    await rm(unfinished, { recursive: true, force: true });
  }
  return problems;
}

async function collected<T>(values: AsyncIterable<T> | Iterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const value of values) all.push(value);
  return all;
}

/** Puts stills into pages as they are written. */
function writeStills(effects: FileBuildEffects, stills: Stills, problems: Problem[]): void {
  const write = effects.writeFile.bind(effects);
  effects.writeFile = async (file, contents) => {
    if (!file.startsWith('/papers/') || typeof contents !== 'string') return write(file, contents);
    const where = file.replace(/\.html$/, '');
    const still = await stills.of(where).catch((error: unknown) => {
      problems.push({ where, what: `its first figure is not there without a script: ${String(error)}` });
    });
    return write(file, still ? withStill(contents, still) : contents);
  };
}

/** Framework's words, but for those on links: of pages that are made beside its own it knows nothing. */
const aboutLinks = /broken links? \(|↳.*→/;
const { log, warn, error } = console;
const logger: BuildLogger = {
  log: (text) => void (aboutLinks.test(text) || log(text)),
  warn: (text) => void (aboutLinks.test(text) || warn(text)),
  error,
};

const inWords = ([first, ...others]: readonly string[]) =>
  others.length > 0 ? `${first} and ${others.length} more lead` : `${first} leads`;

async function refuseOther(folder: string): Promise<void> {
  const entries = (await exists(folder)) ? await readdir(folder) : [];
  if (entries.length > 0 && !entries.includes('_observablehq'))
    throw new Failure(`${folder} holds something other than a built site: name an empty or a new folder`, 2);
}

/** A paper's small picture, which the shelf shows as well; nothing where it could not be drawn, which has been told. */
async function pictureOf(place: Place, slug: string): Promise<string | undefined> {
  const name = `data/${slug}/thumbnail.svg`;
  const placed = await place(name);
  if (!placed || placed.problems.length > 0) return undefined;
  return readFile(path.join(workbook, '.observablehq', 'cache', name), 'utf8');
}

/** Framework's loaders, but none ends the build: a file or page that cannot be made is replaced by one that says why. */
function tolerant(
  loaders: FrameworkLoaders,
  find: FindFacts,
  problems: Problem[],
  place: Place,
): FrameworkLoaders {
  /** Puts a file into Framework's cache; resolves to its path there, as Framework wants it. */
  async function make(loader: OwnLoader): Promise<string> {
    const where = loader.targetPath.replace(/^\//, '');
    const placed = await place(where);
    for (const what of placed?.problems ?? []) problems.push({ where, what });
    return cachedAt(loader);
  }

  const own: FrameworkLoaders = Object.assign(Object.create(loaders) as FrameworkLoaders, {
    async loadPage(where: string, options: PageOptions): Promise<FrameworkPage> {
      try {
        // What it is filled with is there before the page is made.
        for (const name of await contentsOf(where)) await own.find(`/${name}`)?.load();
        const page = await loaders.loadPage.call(own, where, options);
        for (const [, message] of page.body.matchAll(mistake)) problems.push({ where, what: message });
        const computed = find(path.posix.basename(where))?.problems ?? [];
        for (const what of new Set([...proseMistakes(page.body), ...computed]))
          problems.push({ where, what });
        return page;
      } catch (error) {
        const { message } = error as Error;
        problems.push({ where, what: `the page could not be made: ${message}` });
        return parseMarkdown(`# This page could not be made\n\n    ${message}\n`, options);
      }
    },
    find: remembered((target: string): FrameworkLoader | undefined => {
      const loader = loaders.find(target);
      if (!isOurs(loader)) return loader;
      let running: Promise<string> | undefined;
      const load = () => (running ??= make(loader));
      return Object.assign(Object.create(loader) as FrameworkLoader, { load });
    }),
    getSourceFileHash: remembered((name: string): string => loaders.getSourceFileHash.call(own, name)),
    getModuleHash: remembered((name: string): string => loaders.getModuleHash.call(own, name)),
    resolveImportPath: remembered((name: string): string => loaders.resolveImportPath.call(own, name)),
  });
  return own;
}

/** Framework asks for the same hundreds of times, each time by many looks at the disk; nothing changes while it builds. */
function remembered<T>(find: (name: string) => T): (name: string) => T {
  const found = new Map<string, T>();
  return (name) => {
    if (!found.has(name)) found.set(name, find(name));
    return found.get(name)!;
  };
}

/** In a page's body. What `cellMistakes` has put in plain words is known before Framework starts, with its line. */
const mistake = /observablehq--inspect observablehq--error"[^>]*>(SyntaxError: [^<]*)</g;
