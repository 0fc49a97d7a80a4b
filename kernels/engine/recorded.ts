import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Profile } from '../../src/lib/experiment/experiment.js';
import { decodeProvenance } from '../../src/lib/experiment/footer.js';
import { readIfThere } from './cache.js';
import type { PlacedPaper } from './papers.js';
import { writeWholeFile } from './whole-file.js';

/** A committed result: the file's bytes and the key of the code that made it. */
export interface Recorded {
  readonly bytes: Uint8Array;
  readonly key: string;
}

const fileOf = ({ folder }: PlacedPaper, table: string, profile: Profile) =>
  path.join(folder, 'recorded', `${table}.${profile}.parquet`);

/** The recorded table of a paper, whether or not its key still matches; `undefined` where there is none. */
export async function readRecorded(
  paper: PlacedPaper,
  table: string,
  profile: Profile,
): Promise<Recorded | undefined> {
  const bytes = await readIfThere(fileOf(paper, table, profile));
  const provenance = bytes && decodeProvenance(arrayBuffer(bytes));
  return provenance && { bytes, key: provenance.key };
}

/** Puts the tables of a run into the paper's `recorded/` folder, to be committed. */
export async function record(
  paper: PlacedPaper,
  profile: Profile,
  tables: Readonly<Record<string, Uint8Array>>,
): Promise<void> {
  await mkdir(path.join(paper.folder, 'recorded'), { recursive: true });
  for (const [table, bytes] of Object.entries(tables))
    await writeWholeFile(fileOf(paper, table, profile), bytes);
}

/** The verdicts that were recorded, by claim and profile. */
export type RecordedVerdicts = Readonly<Record<string, Partial<Record<Profile | 'none', string>>>>;

const verdictsFile = ({ folder }: PlacedPaper) => path.join(folder, 'recorded', 'verdicts.json');

export async function readVerdicts(paper: PlacedPaper): Promise<RecordedVerdicts> {
  const text = await readFile(verdictsFile(paper), 'utf8').catch(() => '{}');
  return JSON.parse(text) as RecordedVerdicts;
}

export async function recordVerdicts(paper: PlacedPaper, verdicts: RecordedVerdicts): Promise<void> {
  await mkdir(path.dirname(verdictsFile(paper)), { recursive: true });
  await writeWholeFile(verdictsFile(paper), `${JSON.stringify(verdicts, null, 2)}\n`);
}

/** The bytes as an ArrayBuffer of their own: what the Parquet reader takes. */
export function arrayBuffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
