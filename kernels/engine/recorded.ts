import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Profile } from '../../src/lib/experiment/experiment.js';
import { decodeProvenance } from '../../src/lib/experiment/footer.js';
import { readIfThere } from './cache.js';
import { sha256 } from './checksum.js';
import { stableJson } from './key.js';
import type { PlacedPaper } from './papers.js';
import type { TableStore } from './store.js';
import { writeWholeFile } from './whole-file.js';

/** A committed result: the file's bytes and the key of the code that made it. */
export interface Recorded {
  readonly bytes: Uint8Array;
  readonly key: string;
}

/** Told, in a sentence, of each file that cannot be believed. */
export type Warn = (message: string) => void;

const silent: Warn = () => undefined;

/** What is to be known of a paper here: where it lies. */
type Placed = Pick<PlacedPaper, 'folder'>;

const checksumsFile = 'checksums.json';

const fileOf = ({ folder }: Placed, name: string) => path.join(folder, 'recorded', name);
const tableFile = (table: string, profile: Profile) => `${table}.${profile}.parquet`;

/**
 * The recorded table of a paper, whether or not its key still matches; `undefined` where there is none. One whose
 * checksum is not the recorded one counts as absent: it is told, and left where it is, since the checkout is the user's.
 */
export async function readRecorded(
  paper: Placed,
  table: string,
  profile: Profile,
  warn: Warn = silent,
): Promise<Recorded | undefined> {
  const name = tableFile(table, profile);
  const file = fileOf(paper, name);
  const bytes = await readIfThere(file);
  if (!bytes) return undefined;
  const expected = (await readChecksums(paper, warn))?.[name];
  const provenance = expected === sha256(bytes) ? decodeProvenance(arrayBuffer(bytes)) : undefined;
  if (provenance) return { bytes, key: provenance.key };
  warn(
    `${file} is damaged, or was not written by "litmus record" (its checksum is not the one in ${checksumsFile}): ` +
      `it is not used; restore it with git, or record the run again`,
  );
  return undefined;
}

/** The recorded tables as a store: it gives those whose key is the one asked for. */
export function recordedStore(warn: Warn = silent): TableStore {
  return {
    async table({ paper, table, profile, key }) {
      const recorded = await readRecorded(paper, table, profile, warn);
      return recorded?.key === key ? recorded.bytes : undefined;
    },
  };
}

/** The last recording of each paper: the next one waits for it, since all of them write one file of checksums. */
const recordings = new Map<string, Promise<void>>();

/** Puts the tables of a run into the paper's `recorded/` folder, to be committed. */
export function record(
  paper: PlacedPaper,
  profile: Profile,
  tables: Readonly<Record<string, Uint8Array>>,
): Promise<void> {
  const before = recordings.get(paper.folder) ?? Promise.resolve();
  const recording = before.catch(() => undefined).then(() => recordNow(paper, profile, tables));
  recordings.set(paper.folder, recording);
  return recording;
}

async function recordNow(
  paper: PlacedPaper,
  profile: Profile,
  tables: Readonly<Record<string, Uint8Array>>,
): Promise<void> {
  await mkdir(fileOf(paper, ''), { recursive: true });
  const sums: Record<string, string> = { ...(await readChecksums(paper)) };
  for (const [table, bytes] of Object.entries(tables)) {
    const name = tableFile(table, profile);
    await writeWholeFile(fileOf(paper, name), bytes);
    sums[name] = sha256(bytes);
  }
  await writeWholeFile(fileOf(paper, checksumsFile), `${JSON.stringify(sorted(sums), null, 2)}\n`);
}

/** The bytes as an ArrayBuffer of their own: what the Parquet reader takes. */
export function arrayBuffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

async function readChecksums(
  paper: Placed,
  warn: Warn = silent,
): Promise<Readonly<Record<string, string>> | undefined> {
  const file = fileOf(paper, checksumsFile);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as Record<string, string>;
  } catch {
    warn(`${file} is no JSON (an unfinished merge?): no table recorded beside it is used until it is mended`);
    return undefined;
  }
}

const sorted = (sums: Readonly<Record<string, string>>) => JSON.parse(stableJson(sums)) as typeof sums;
