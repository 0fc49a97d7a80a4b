import path from 'node:path';
import { decodeProvenance } from '../../../src/lib/experiment/footer.js';
import { missingFile } from '../../../src/lib/experiment/missing.js';
import { readIfThere, resultCache } from '../../engine/cache.js';
import { sha256 } from '../../engine/checksum.js';
import { Failure } from '../../engine/failure.js';
import { stableJson } from '../../engine/key.js';
import { paperSlugs } from '../../engine/papers.js';
import type { PartRunner } from '../../engine/pool.js';
import { arrayBuffer } from '../../engine/recorded.js';
import { assemble, type MadePart, nothingOf, shelf } from '../../engine/serve-parted.js';
import { readCatalogue } from './catalogue.js';
import { claimFiles } from './claim-files.js';
import { memoIn, placeFile } from './memo.js';
import { paperParts } from './paper-parts.js';
import { type PaperTables, paperTables } from './paper-tables.js';
import { type Target, targetOf } from './target.js';

/** A file as it lies in Framework's cache now. */
export interface PlacedFile {
  /** SHA-256 of its content. */
  readonly sha: string;
  /** What a reader does not see as it should be, and why. */
  readonly problems: readonly string[];
}

/** Makes what pages ask for. */
export interface PageFiles {
  /**
   * Puts a file in its place in Framework's cache. Where it cannot be made, what lies there says why.
   *
   * @param name below the root of the workbook: `data/cs-ib/plane.parquet`
   * @param mayCompute whether tables may be computed for it
   * @returns nothing where no loader of ours makes it, or a table would have to be computed
   * @throws the signal's reason where it is aborted
   */
  place(name: string, mayCompute: boolean): Promise<PlacedFile | undefined>;
  /** The tables of papers, as they stand behind these files. */
  readonly tables: PaperTables;
}

export interface PageFilesOptions {
  /** Root of the workbook, `src`. */
  readonly workbook: string;
  /** Folder of the papers; the checkout's own where omitted. */
  readonly papers?: string;
  /** Where what has to be computed is computed. */
  readonly runner: PartRunner;
  readonly signal: AbortSignal;
  /** What is worth knowing on the way, whole lines. */
  err(text: string): void;
  onProgress?(fraction: number, name: string): void;
}

interface Content {
  readonly bytes: Uint8Array;
  readonly problems: readonly string[];
}

/** Reads the papers as their code is now, and makes files of them: for as long as that code is what it was. */
export async function openPageFiles(options: PageFilesOptions): Promise<PageFiles> {
  const { workbook, papers: folder, runner, signal, err, onProgress } = options;
  const framework = path.join(workbook, '.observablehq', 'cache');
  const memo = memoIn(path.join(framework, 'litmus'));
  const log = (message: string) => err(`litmus: ${message}\n`);
  const serve = { cache: resultCache(undefined, log), log, runner, signal, onProgress };
  const catalogue = await readCatalogue(memo, folder);
  const tables = paperTables(catalogue, serve, folder);
  const part = paperParts({ catalogue, tables, memo, serve, folder });
  const ofClaims = claimFiles(catalogue, workbook);
  const slugs = await paperSlugs(folder);

  /** What lies in its place already, where it was made of the same; else what `make` gives. */
  async function kept(
    place: string,
    key: string,
    make: () => Promise<Uint8Array | undefined>,
  ): Promise<Uint8Array | undefined> {
    const name = `files/${path.relative(framework, place)}`;
    const sha = await memo.get<string>(name, key);
    const there = sha === undefined ? undefined : await readIfThere(place);
    if (there && sha256(there) === sha) return there;
    const bytes = await make();
    if (bytes) await memo.put(name, key, sha256(bytes));
    return bytes;
  }

  async function parted(
    { file: kind, slug }: Extract<Target, { kind: 'parted' }>,
    place: string,
    mayCompute: boolean,
  ): Promise<Content | undefined> {
    const made: Record<string, MadePart> = {};
    // One after the other: each may have to compute a table.
    for (const one of slug === shelf ? slugs : [slug]) {
      const found = await part(kind, one, mayCompute);
      if (!found) return undefined;
      made[one] = found;
    }
    const missing = Object.entries(made).flatMap(([paper, one]) =>
      'missing' in one ? [{ paper, reason: one.missing }] : [],
    );
    if (slug !== shelf) {
      if (missing.length > 0) throw new Failure(missing[0].reason);
      if (Object.values(made).every((one) => 'part' in one && one.part === null)) throw nothingOf(kind, slug);
    }
    const problems = missing.map(({ paper, reason }) => `without ${paper}: ${reason}`);
    // What puts parts together is a part of every paper's code.
    const codes = Array.from(catalogue.values(), ({ code }) => code);
    const key = sha256(stableJson({ made, codes }));
    return { bytes: (await kept(place, key, () => assemble(kind, made)))!, problems };
  }

  async function notebook(file: string, place: string, mayCompute: boolean): Promise<Content | undefined> {
    // Loads the kernel, which no table needs.
    const { notebookKey, runLoaderNotebook } = await import('./notebook-file.js');
    const run = async () => (mayCompute ? runLoaderNotebook(file, { err, signal }) : undefined);
    const bytes = await kept(place, await notebookKey(file), run);
    return bytes && { bytes, problems: [] };
  }

  async function table(
    { slug, table: name, profile }: Extract<Target, { kind: 'table' }>,
    mayCompute: boolean,
  ): Promise<Content | undefined> {
    const read = mayCompute ? tables.read : tables.stored;
    const bytes = await read(slug, name, profile);
    const stale = bytes && decodeProvenance(arrayBuffer(bytes))?.stale;
    const problems = stale === undefined ? [] : [`of older code, since the code of today fails: ${stale}`];
    return bytes && { bytes, problems };
  }

  async function madeOfClaims(
    { slug, file }: Extract<Target, { kind: 'of claims' }>,
    place: string,
    mayCompute: boolean,
  ): Promise<Content | undefined> {
    const table = path.join(framework, 'data', slug, 'claims.parquet');
    const claims = await parted({ kind: 'parted', slug, file: 'claims' }, table, mayCompute);
    if (!claims) return undefined;
    const key = await ofClaims.key(file, slug, claims.bytes);
    const bytes = (await kept(place, key, () => ofClaims.make(file, slug, claims.bytes)))!;
    return { bytes, problems: claims.problems };
  }

  function content(target: Target, place: string, mayCompute: boolean): Promise<Content | undefined> {
    switch (target.kind) {
      case 'table':
        return table(target, mayCompute);
      case 'parted':
        return parted(target, place, mayCompute);
      case 'of claims':
        return madeOfClaims(target, place, mayCompute);
      case 'notebook':
        return notebook(target.notebook, place, mayCompute);
    }
  }

  return {
    tables,
    async place(name, mayCompute) {
      const target = await targetOf(workbook, name);
      if (!target) return undefined;
      const place = path.join(framework, name);
      const made = await content(target, place, mayCompute).catch((error: unknown): Content => {
        signal.throwIfAborted();
        const reason = reasonOf(error);
        err(`litmus: ${name} is missing: ${error instanceof Failure ? reason : stackOf(error)}\n`);
        return { bytes: Buffer.from(missingFile(reason)), problems: [`missing: ${reason}`] };
      });
      if (!made) return undefined;
      const { bytes, problems } = made;
      const sha = sha256(bytes);
      const there = await readIfThere(place);
      // One that is there as it should be keeps its date, by which browsers know it.
      if (!there || sha256(there) !== sha) await placeFile(place, bytes);
      return { sha, problems };
    },
  };
}

const reasonOf = (error: unknown) => (error instanceof Failure ? error.message : String(error));
const stackOf = (error: unknown) => (error instanceof Error ? (error.stack ?? String(error)) : String(error));
