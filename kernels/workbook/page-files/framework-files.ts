import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type {
  FrameworkLoader,
  FrameworkLoaders,
  FrameworkPage,
  PageOptions,
} from '@observablehq/framework/dist/config.js';
import { sha256 } from '../../engine/checksum.js';
import { contentsOf } from '../page-contents.js';

/** What makes files by code of Litmus: not what somebody else's interpreter runs. */
const ours = /\.(?:litmus|ipynb)$/;

/** A loader of ours, with the file that it makes. */
export type OwnLoader = FrameworkLoader & { readonly targetPath: string };

/** Whether a file is made by code of Litmus. */
export function isOurs(loader: FrameworkLoader | undefined): loader is OwnLoader {
  return loader?.targetPath !== undefined && ours.test(loader.path);
}

/** Where Framework takes a file from that a loader has made, below the root of the workbook. */
export function cachedAt({ targetPath }: OwnLoader): string {
  return path.join('.observablehq', 'cache', targetPath);
}

/** What a page is filled with, as Framework names files: `/data/cs-ib/prose.json`. */
const targetsIn = async (page: string) => (await contentsOf(page)).map((name) => `/${name}`);

/** Framework's files in a preview: pages hear of each by itself. */
export interface WatchedFiles {
  /** Framework's loaders, which take what we make from where it was put, and start no process for it. */
  wrap(loaders: FrameworkLoaders): FrameworkLoaders;
  /** Has open pages ask anew for files: `data/cs-ib/plane.parquet`. */
  changed(names: readonly string[]): void;
}

/**
 * Framework takes the file of a loader's code for what its output depends on, and watches it. One loader makes all our
 * tables, of much more code: here each output has a version of its own, and a small file that pages watch.
 *
 * @param folder for these small files, of this preview alone
 */
export function watchFiles(folder: string): WatchedFiles {
  const versions = new Map<string, number>();
  const versionOf = ({ targetPath }: OwnLoader) => versions.get(targetPath) ?? 0;
  const noticeOf = (targetPath: string) => path.join(folder, encodeURIComponent(targetPath));
  const write = (targetPath: string) => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(noticeOf(targetPath), `version ${versions.get(targetPath) ?? 0}\n`);
  };
  return {
    wrap(loaders) {
      const known = new Map<string, OwnLoader>();
      /** The loader of ours that makes a file. To look for one reads many folders: what lies there itself has none. */
      const find = (name: string): OwnLoader | undefined => {
        const isThere = (file: string) => existsSync(path.join(loaders.root, file));
        if (name.endsWith('.js') || isThere(name)) return undefined;
        const before = known.get(name);
        if (before && isThere(before.path)) return before;
        const loader = loaders.find(name);
        if (!isOurs(loader)) return undefined;
        known.set(name, loader);
        return loader;
      };
      /** The state of a page's file when the page was last made, and of what it was filled with. */
      const madeFrom = new Map<string, { readonly state: string; readonly contents: readonly string[] }>();
      const stateOf = (page: string, contents: readonly string[]): string => {
        const source = loaders.findPage(page)?.path;
        const file =
          source === undefined
            ? undefined
            : statSync(path.join(loaders.root, source), { throwIfNoEntry: false });
        const filled = contents.map((name) => versions.get(name) ?? 0);
        return [source, file?.ino, file?.mtimeMs, file?.size, ...filled].join(' ');
      };
      const own: FrameworkLoaders = Object.assign(Object.create(loaders) as FrameworkLoaders, {
        async loadPage(page: string, options: PageOptions): Promise<FrameworkPage> {
          const contents = await targetsIn(page);
          madeFrom.set(page, { state: stateOf(page, contents), contents });
          return loaders.loadPage.call(own, page, options);
        },
        watchPage(page: string, listener: (event: string) => void): { close(): void } {
          const watcher = loaders.watchPage.call(own, page, listener);
          // Framework first makes a page and then, a second later, watches for changes: those of meanwhile are told here.
          const made = madeFrom.get(page);
          if (made && stateOf(page, made.contents) !== made.state) setImmediate(listener, 'change');
          return watcher;
        },
        find(name: string): FrameworkLoader | undefined {
          const loader = find(name);
          if (!loader) return loaders.find(name);
          const load = () => Promise.resolve(cachedAt(loader));
          return Object.assign(Object.create(loader) as FrameworkLoader, { load });
        },
        getWatchPath(name: string): string | undefined {
          const loader = find(name);
          if (!loader) return loaders.getWatchPath(name);
          if (!existsSync(noticeOf(loader.targetPath))) write(loader.targetPath);
          return noticeOf(loader.targetPath);
        },
        async watchFiles(page: string, names: Iterable<string>, changed: (name: string) => void) {
          return loaders.watchFiles.call(own, page, [...names, ...(await targetsIn(page))], changed);
        },
        getSourceFileHash(name: string): string {
          const loader = find(name);
          return loader
            ? sha256(`${loader.targetPath} ${versionOf(loader)}`)
            : loaders.getSourceFileHash(name);
        },
      });
      return own;
    },
    changed(names) {
      // All versions first: the page that hears of one change sees the others as well.
      const targets = names.map((name) => `/${name}`);
      for (const target of targets) versions.set(target, (versions.get(target) ?? 0) + 1);
      for (const target of targets) write(target);
    },
  };
}
