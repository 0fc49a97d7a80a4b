import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readIfThere } from '../../engine/cache.js';
import { sha256 } from '../../engine/checksum.js';
import { stableJson } from '../../engine/key.js';
import { type AskedProcess, startAsked } from '../asked-process.js';
import { memoIn } from '../page-files/memo.js';
import { readSourceGraph } from '../page-files/source-graph.js';
import { type FirstFigure, firstFigureOf } from './first-figure.js';

/** What the process that draws is asked for. */
export interface ToDraw {
  readonly figure: FirstFigure;
  /** In which the figure's files lie. */
  readonly folder: string;
}

export type Drawn = { readonly html: string } | { readonly problem: string };

/** The first figure of a page as it stands there before a script has run. */
export interface Still {
  /** The place of the figure on the page: `figure-audit`. */
  readonly place: string;
  readonly html: string;
}

export interface Stills {
  /**
   * Draws the first figure of a page, or takes it as it was drawn of the same code and tables.
   *
   * @param page its path: `/papers/cs-ib`
   * @returns nothing where the page has no figure
   * @throws {Error} where it cannot be drawn
   */
  of(page: string): Promise<Still | undefined>;
  /** Draws all of them before anybody asks; what fails is told to whoever does. */
  ahead(): Promise<void>;
  stop(): void;
}

export interface StillsOptions {
  /** Root of the workbook, `src`. */
  readonly workbook: string;
  /** The paths of all pages whose stills may be asked for. */
  readonly pages: readonly string[];
  /** Puts a file that a figure reads in its place in Framework's cache. */
  place(name: string): Promise<unknown>;
}

const script = fileURLToPath(new URL('./still-process.ts', import.meta.url));

/** Draws stills in a process of its own, which is started when there is something to draw. */
export function openStills({ workbook, pages, place }: StillsOptions): Stills {
  const folder = path.join(workbook, '.observablehq', 'cache');
  const memo = memoIn(path.join(folder, 'litmus'));
  const figures = new Map(pages.map((page) => [page, figureOf(page, workbook)]));
  const graph = Promise.allSettled(figures.values()).then((found) => {
    const modules = found.flatMap((one) => (one.status === 'fulfilled' ? (one.value?.modules ?? []) : []));
    return readSourceGraph([...new Set([script, ...modules])]);
  });
  let drawer: AskedProcess<ToDraw, Drawn> | undefined;

  /** Stands for all that a still is drawn of. */
  async function keyOf({ code, files, modules }: FirstFigure): Promise<string> {
    const read = await Promise.all(files.map((name) => readIfThere(path.join(folder, name))));
    const sums = read.map((bytes) => (bytes ? sha256(bytes) : null));
    const fingerprint = (await graph).fingerprint([script, ...modules]);
    return sha256(stableJson({ code, sums, fingerprint, node: process.version }));
  }

  async function draw(figure: FirstFigure): Promise<string> {
    drawer ??= startAsked<ToDraw, Drawn>(script);
    const drawn = await drawer.ask({ figure, folder });
    if (drawn === 'ended') throw new Error('the process that draws it ended');
    if ('problem' in drawn) throw new Error(drawn.problem);
    return drawn.html;
  }

  async function make(page: string): Promise<Still | undefined> {
    const figure = await figures.get(page);
    if (!figure) return undefined;
    for (const name of figure.files) await place(name);
    const key = await keyOf(figure);
    const name = `stills${page}`;
    const known = await memo.get<string>(name, key);
    const html = known ?? (await draw(figure));
    if (known === undefined) await memo.put(name, key, html);
    return { place: figure.place, html };
  }

  const asked = new Map<string, Promise<Still | undefined>>();
  const of = (page: string) => {
    const known = asked.get(page) ?? make(page);
    asked.set(page, known);
    return known;
  };

  return {
    of,
    async ahead() {
      for (const page of pages) await of(page).catch(() => undefined);
    },
    stop: () => drawer?.stop(),
  };
}

async function figureOf(page: string, workbook: string): Promise<FirstFigure | undefined> {
  const file = path.join(workbook, `${page}.md`);
  return firstFigureOf(await readFile(file, 'utf8'), file, workbook);
}

/** A page of the built site, with a still in the place of the figure that comes. @throws {Error} where it has no such place */
export function withStill(html: string, { place, html: still }: Still): string {
  const start = new RegExp(`<div class="observablehq observablehq--block" data-place="${place}"[^>]*>`).exec(
    html,
  );
  if (!start) throw new Error(`Framework makes pages otherwise than expected: ${place} is not there`);
  const at = start.index + start[0].length;
  return html.slice(0, at) + still + html.slice(at);
}
