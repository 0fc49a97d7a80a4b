import { type Profile, profiles } from '../../../src/lib/experiment/experiment.js';
import type { ResultCache } from '../../engine/cache.js';
import { sha256 } from '../../engine/checksum.js';
import { loadPaper } from '../../engine/papers.js';
import { finishedTables, type ServeOptions, serveTable } from '../../engine/serve.js';
import type { Catalogue } from './catalogue.js';

/** The tables of papers, as pages ask for them. */
export interface PaperTables {
  /** A table for which nothing has to be computed, of the best profile there is where none is asked for. */
  stored(slug: string, table: string, profile?: Profile): Promise<Uint8Array | undefined>;
  /** A table, computed where it is not stored. @throws where there is no such table, or it cannot be made */
  read(slug: string, table: string, profile?: Profile): Promise<Uint8Array>;
  /**
   * SHA-256 of each stored table of a paper, by name and profile: what else can be made of them depends on these alone.
   * Nothing where a quick table would have to be computed first.
   */
  checksums(slug: string): Promise<Readonly<Record<string, string>> | undefined>;
}

/** @param folder of the papers; the checkout's own where omitted */
export function paperTables(
  catalogue: Catalogue,
  serve: ServeOptions & { readonly cache: ResultCache },
  folder?: string,
): PaperTables {
  const finished = finishedTables(serve.cache, serve.log);
  const at = async (slug: string, table: string, profile: Profile) => {
    const entry = catalogue.get(slug);
    const key = entry?.keys[table]?.[profile];
    return key === undefined ? undefined : finished.table({ paper: entry!, table, profile, key });
  };
  const stored: PaperTables['stored'] = async (slug, table, profile) => {
    for (const candidate of profile ? [profile] : bestFirst) {
      const bytes = await at(slug, table, candidate);
      if (bytes) return bytes;
    }
    return undefined;
  };
  return {
    stored,
    async read(slug, table, profile) {
      const bytes = await stored(slug, table, profile);
      return bytes ?? serveTable(await loadPaper(slug, folder), table, { ...serve, profile });
    },
    async checksums(slug) {
      const entry = catalogue.get(slug);
      if (!entry) return undefined;
      const sums: Record<string, string> = {};
      for (const [table, keys] of Object.entries(entry.keys))
        for (const profile of profiles.filter((one) => keys[one] !== undefined)) {
          const bytes = await at(slug, table, profile);
          if (!bytes && profile === 'quick') return undefined;
          if (bytes) sums[`${table}.${profile}`] = sha256(bytes);
        }
      return sums;
    },
  };
}

const bestFirst: readonly Profile[] = [...profiles].reverse();
