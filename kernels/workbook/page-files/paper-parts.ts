import path from 'node:path';
import { readIfThere } from '../../engine/cache.js';
import { sha256 } from '../../engine/checksum.js';
import { stableJson } from '../../engine/key.js';
import type { ServeOptions } from '../../engine/serve.js';
import { type MadePart, makePart, type PartedKind } from '../../engine/serve-parted.js';
import type { Catalogue } from './catalogue.js';
import type { Memo } from './memo.js';
import type { PaperTables } from './paper-tables.js';

/** What beside code and tables is read of a paper: its locked criteria, and how often its claims hold by chance. */
const records = ['criteria.lock.json', 'recorded/false-alarms.json'];

export interface PartsOptions {
  readonly catalogue: Catalogue;
  readonly tables: PaperTables;
  readonly memo: Memo;
  readonly serve: ServeOptions;
  /** Of the papers; the checkout's own where omitted. */
  readonly folder?: string;
}

/**
 * Gives a paper's part of a file of claims or pictures: the one that was made before, where code, tables and records are
 * what they were.
 *
 * @returns a function of the kind, the paper and whether tables may be computed; it resolves to nothing where one would have to be
 */
export function paperParts({ catalogue, tables, memo, serve, folder }: PartsOptions) {
  const keys = new Map<string, Promise<string | undefined>>();
  const keyOf = async (slug: string): Promise<string | undefined> => {
    const sums = await tables.checksums(slug);
    if (!sums) return undefined;
    const entry = catalogue.get(slug)!;
    const files = await Promise.all(records.map((name) => readIfThere(path.join(entry.folder, name))));
    const read = files.map((bytes) => (bytes ? sha256(bytes) : null));
    return sha256(stableJson({ code: entry.code, sums, read, node: process.version }));
  };
  /** The key of a paper, as its tables were when it was first asked for; not yet one where a table is missing. */
  const knownKey = async (slug: string) => {
    const key = keys.get(slug) ?? keyOf(slug);
    keys.set(slug, key);
    const found = await key;
    if (found === undefined) keys.delete(slug);
    return found;
  };

  return async (kind: PartedKind, slug: string, mayCompute: boolean): Promise<MadePart | undefined> => {
    const name = `parts/${slug}.${kind}`;
    const key = await knownKey(slug);
    const known = key === undefined ? undefined : await memo.get<MadePart>(name, key);
    if (known) return known;
    if (key === undefined && !mayCompute) return undefined;
    const made = await makePart(kind, slug, serve, folder);
    const complete = await knownKey(slug);
    if ('part' in made && complete !== undefined) await memo.put(name, complete, made);
    return made;
  };
}
