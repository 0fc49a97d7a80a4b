import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type Verdict, verdicts } from '../../src/lib/claims/verdict.js';
import type { Profile } from '../../src/lib/experiment/experiment.js';
import { readIfThere } from './cache.js';
import { Failure } from './failure.js';
import { litmusCommand } from './litmus-command.js';
import type { PlacedPaper } from './papers.js';
import { writeWholeFile } from './whole-file.js';

/** At which scale a claim was judged; `none` where no run can decide it. */
export type JudgedAt = Profile | 'none';

/** The verdicts that were recorded, by claim and profile. */
export type RecordedVerdicts = Readonly<Record<string, Readonly<Partial<Record<JudgedAt, Verdict>>>>>;

const judgedAt: readonly string[] = ['quick', 'full', 'none'] satisfies JudgedAt[];

const fileOf = ({ folder }: PlacedPaper) => path.join(folder, 'recorded', 'verdicts.json');

/**
 * The verdicts that were last recorded; none where there is no file.
 *
 * @throws {Failure} naming the file, where it does not hold verdicts: an unfinished merge, a file cut short.
 */
export async function readVerdicts(paper: PlacedPaper): Promise<RecordedVerdicts> {
  const file = fileOf(paper);
  const bytes = await readIfThere(file);
  if (!bytes) return {};
  const problem = (what: string, cause?: unknown) =>
    new Failure(
      `${file} ${what}; restore it with git, or remove it and file the verdicts anew: ${litmusCommand(`record ${paper.slug}`)}`,
      2,
      { cause },
    );
  let found: unknown;
  try {
    found = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch (cause) {
    throw problem('is no JSON (an unfinished merge, or a file cut short)', cause);
  }
  if (!isRecord(found)) throw problem('does not hold verdicts by claim');
  for (const [claim, byProfile] of Object.entries(found)) {
    const entries = isRecord(byProfile) ? Object.entries(byProfile) : [['', undefined]];
    for (const [profile, verdict] of entries)
      if (!judgedAt.includes(String(profile)) || !(verdicts as readonly unknown[]).includes(verdict))
        throw problem(`says of the claim "${claim}" what is no verdict: ${JSON.stringify(byProfile)}`);
  }
  return found as RecordedVerdicts;
}

export async function recordVerdicts(paper: PlacedPaper, recorded: RecordedVerdicts): Promise<void> {
  await mkdir(path.dirname(fileOf(paper)), { recursive: true });
  await writeWholeFile(fileOf(paper), `${JSON.stringify(recorded, null, 2)}\n`);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
