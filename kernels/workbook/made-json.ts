import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { missingReason } from '../../src/lib/experiment/missing.js';

/** What loaders have made of a paper; or why it could not be made; neither where it has not been made yet. */
export type MadeJson<T> = { readonly value: T } | { readonly missing: string } | undefined;

/**
 * Reads a JSON file that loaders write for each paper. A page asks for it once a place in its text: it is parsed anew where
 * the file is another one alone.
 *
 * @param cache Framework's, `src/.observablehq/cache`
 * @param name of the file in the paper's folder: `prose.json`
 * @returns a function of the paper's slug
 */
export function madeJson<T>(cache: string, name: string): (slug: string) => MadeJson<T> {
  const known = new Map<string, { readonly version: string; readonly made: MadeJson<T> }>();
  return (slug) => {
    const file = path.join(cache, 'data', slug, name);
    const found = statSync(file, { throwIfNoEntry: false });
    if (!found) return undefined;
    // A file is put in its place whole, so that another content is another file.
    const version = `${found.ino} ${found.mtimeMs} ${found.size}`;
    const before = known.get(slug);
    if (before?.version === version) return before.made;
    const bytes = readFileSync(file);
    const missing = missingReason(bytes);
    const made = missing === undefined ? { value: JSON.parse(bytes.toString()) as T } : { missing };
    known.set(slug, { version, made });
    return made;
  };
}
