/** The parts of Framework that are called here; the package declares no types. */
declare module '@observablehq/framework/dist/preview.js' {
  import type { FrameworkConfig } from '@observablehq/framework/dist/config.js';

  export interface PreviewServer {
    /** Asked for each request and each page that is open. */
    _readConfig(): Promise<FrameworkConfig>;
  }
  /** @param options `port` may be the path of a socket file, as for `net.Server.listen`. */
  export function preview(options: { port: string; verbose: boolean; open: boolean }): Promise<PreviewServer>;
}

declare module '@observablehq/framework/dist/config.js' {
  import type { MarkdownIt } from './formulas.js';

  /** What finds or makes a file of the site. */
  export interface FrameworkLoader {
    /** Of the loader's own file below the root. */
    readonly path: string;
    /** Of the file that the loader makes, `/data/cs-ib/plane.parquet`; absent where it is a file that is there. */
    readonly targetPath?: string;
    /** Resolves to the file's path below the root of the workbook. */
    load(): Promise<string>;
  }
  export interface FrameworkPage {
    /** As HTML. */
    readonly body: string;
    /** `null` where the page has no heading and says none. */
    readonly title: string | null;
    readonly code: readonly { readonly id: string }[];
  }
  export interface PageOptions {
    readonly md: MarkdownIt;
    readonly path: string;
    /** What the address says where the file's name has brackets. */
    readonly params?: Readonly<Record<string, string>>;
  }
  export interface FrameworkLoaders {
    /** Of the workbook. */
    readonly root: string;
    find(target: string): FrameworkLoader | undefined;
    /** What makes a page: a file, or a loader. */
    findPage(page: string): FrameworkLoader | undefined;
    /** Calls back, until it is closed, with `change` or `rename` when the file of a page does. */
    watchPage(page: string, listener: (event: string) => void): { close(): void };
    /** The file that pages watch to learn that another one has changed. */
    getWatchPath(name: string): string | undefined;
    /** Calls back when one of the files that a page names changes. */
    watchFiles(page: string, names: Iterable<string>, changed: (name: string) => void): Promise<unknown>;
    /** Stands for what a file is made from: pages ask for the file anew where it is another one. */
    getSourceFileHash(name: string): string;
    /** Stands for a module and all that it imports. */
    getModuleHash(name: string): string;
    /** The address of a module, with its hash. */
    resolveImportPath(name: string): string;
    loadPage(path: string, options: PageOptions): Promise<FrameworkPage>;
  }
  export interface FrameworkConfig {
    readonly loaders: FrameworkLoaders;
    readonly output: string;
    /** All that is to be made: `/papers/cs-ib`, `/api/claims.json`. */
    paths(): AsyncIterable<string> | Iterable<string>;
    /** What reads the pages' text. */
    readonly md: MarkdownIt;
  }
  export function readConfig(): Promise<FrameworkConfig>;
}

declare module '@observablehq/framework/dist/build.js' {
  import type { FrameworkConfig } from '@observablehq/framework/dist/config.js';

  /** Where the build tells what it does. */
  export interface BuildLogger {
    log(text: string): void;
    warn(text: string): void;
    error(text: string): void;
  }
  export class FileBuildEffects {
    constructor(output: string, cache: string, options?: { readonly logger?: BuildLogger });
    /** Called before anything is written. */
    prepare: () => Promise<void>;
    /** @param outputPath below the site's root: `/papers/cs-ib.html` */
    writeFile: (outputPath: string, contents: string | Uint8Array) => Promise<void>;
  }
  export function build(options: { config: FrameworkConfig }, effects: FileBuildEffects): Promise<void>;
}

declare module '@observablehq/framework/dist/markdown.js' {
  import type { FrameworkPage, PageOptions } from '@observablehq/framework/dist/config.js';
  import type { MarkdownIt } from './formulas.js';

  export function createMarkdownIt(options: { markdownIt?(md: MarkdownIt): MarkdownIt }): MarkdownIt;
  export function parseMarkdown(source: string, options: PageOptions): FrameworkPage;
}

declare module '@observablehq/framework/dist/info.js' {
  /** What stands behind the backticks of a fence: its language, and attributes such as `run=false`. */
  export function parseInfo(info: string): { tag: string; attributes: Record<string, string> };
}
