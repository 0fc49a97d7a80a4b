import type { MissingPart } from '../../src/lib/experiment/missing.js';
import { Failure, messageOf } from './failure.js';
import { loadPaper, paperSlugs } from './papers.js';
import type { PartedFile } from './parted-file.js';
import type { ServeOptions } from './serve.js';

/** The name under which the parts of all papers are served as one file, in the place of a paper's slug. */
export const shelf = 'shelf';

/** What there is of each kind, by the name under which it is served; loaded when it is asked for. */
const kinds = {
  claims: async () => (await import('./claims-table.js')).claimsFile as PartedFile<unknown>,
  'false-alarms': async () =>
    (await import('./false-alarms-table.js')).falseAlarmsFile as PartedFile<unknown>,
  prose: async () => (await import('./page-facts.js')).pageFactsFile as PartedFile<unknown>,
  thumbnail: async () => (await import('./thumbnail.js')).thumbnailFile as PartedFile<unknown>,
} as const;

export type PartedKind = keyof typeof kinds;

export function isPartedKind(name: string): name is PartedKind {
  return Object.hasOwn(kinds, name);
}

/** A part of a file, or why there is none. */
export type MadePart = { readonly part: unknown } | { readonly missing: string };

/**
 * The part of a paper, whose modules may fail to load as well.
 *
 * @param folder of the papers; the checkout's own where omitted
 * @throws the signal's reason where it is aborted
 */
export async function makePart(
  kind: PartedKind,
  slug: string,
  options: ServeOptions,
  folder?: string,
): Promise<MadePart> {
  try {
    const file = await kinds[kind]();
    return { part: await file.part(await loadPaper(slug, folder), options) };
  } catch (error) {
    options.signal?.throwIfAborted();
    options.log?.(`${slug}: its part of the ${kind} is missing: ${messageOf(error)}`);
    return { missing: messageOf(error) };
  }
}

/** Puts parts together, by slug in the order of the slugs. */
export async function assemble(
  kind: PartedKind,
  made: Readonly<Record<string, MadePart>>,
): Promise<Uint8Array> {
  const parts: unknown[] = [];
  const missing: MissingPart[] = [];
  for (const [paper, one] of Object.entries(made))
    if ('missing' in one) missing.push({ paper, reason: one.missing });
    else if (one.part !== null) parts.push(one.part);
  return (await kinds[kind]()).whole(parts, missing);
}

/**
 * A file of one paper, or of all papers (`shelf`): there each part that cannot be made fails alone, and the file names it.
 *
 * @param folder of the papers; the checkout's own where omitted
 * @throws {Failure} where a paper of its own has none
 */
export async function servePartedFile(
  kind: PartedKind,
  slug: string,
  options: ServeOptions = {},
  folder?: string,
): Promise<Uint8Array> {
  const made: Record<string, MadePart> = {};
  if (slug === shelf) {
    // One after the other: each may have to compute a table.
    for (const one of await paperSlugs(folder)) made[one] = await makePart(kind, one, options, folder);
    return assemble(kind, made);
  }
  const part = await (await kinds[kind]()).part(await loadPaper(slug, folder), options);
  if (part === null) throw nothingOf(kind, slug);
  return assemble(kind, { [slug]: { part } });
}

/** Says that a paper has nothing of a kind. */
export function nothingOf(kind: PartedKind, slug: string): Failure {
  return new Failure(`${slug} has no ${kind}: it is not on the shelf`, 2);
}
