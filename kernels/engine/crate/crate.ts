import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { profiles } from '../../../src/lib/experiment/experiment.js';
import { decodeProvenance } from '../../../src/lib/experiment/footer.js';
import { bibtex } from '../../../src/lib/shelf/citation.js';
import { shelfPaper } from '../../../src/lib/shelf/shelf.js';
import { exists } from '../exists.js';
import { Failure } from '../failure.js';
import { litmusCommand } from '../litmus-command.js';
import { experimentsOf, type PlacedPaper } from '../papers.js';
import { arrayBuffer, readRecorded } from '../recorded.js';
import { crateMetadata, type CrateTable } from './metadata.js';

/**
 * Writes a paper's recorded tables, claims and reference into a new folder, with the metadata of an RO-Crate.
 *
 * @param claims the paper's claims with their verdicts, as CSV
 * @throws {Failure} where the folder holds something, or nothing of the paper is recorded
 */
export async function writeCrate(
  paper: PlacedPaper,
  folder: string,
  claims: string,
  repository?: string,
): Promise<void> {
  if ((await exists(folder)) && (await readdir(folder)).length > 0)
    throw new Failure(`${folder} is not empty: name a new folder by --output`, 2);
  const tables = await recordedTables(paper);
  if (tables.length === 0)
    throw new Failure(
      `nothing of ${paper.slug} is recorded: run it first, ${litmusCommand(`run ${paper.slug} --record`)}`,
      2,
    );
  const text = (content: string) => new TextEncoder().encode(content);
  const others = [
    {
      file: 'claims.csv',
      name: 'Claims and verdicts',
      description: 'One row a claim and size of run, with what was measured, the criterion and the verdict',
      format: 'text/csv',
      bytes: text(claims),
    },
    {
      file: `${paper.slug}.bib`,
      name: 'Reference',
      description: 'The paper, for BibTeX',
      format: 'application/x-bibtex',
      bytes: text(bibtex(shelfPaper(paper.slug))),
    },
  ];
  const metadata = crateMetadata({ paper: shelfPaper(paper.slug), tables, others, repository });
  await mkdir(path.join(folder, 'tables'), { recursive: true });
  for (const { file, bytes } of [...tables, ...others]) await writeFile(path.join(folder, file), bytes);
  await writeFile(path.join(folder, 'ro-crate-metadata.json'), metadata);
}

async function recordedTables(paper: PlacedPaper): Promise<CrateTable[]> {
  const places = experimentsOf(paper).flatMap(({ definition }) =>
    Object.entries(definition.tables).flatMap(([table, { description }]) =>
      profiles.map((profile) => ({ table, description, profile })),
    ),
  );
  const found = await Promise.all(
    places.map(async ({ table, description, profile }): Promise<CrateTable[]> => {
      const recorded = await readRecorded(paper, table, profile);
      if (!recorded) return [];
      const provenance = decodeProvenance(arrayBuffer(recorded.bytes))!;
      const name = `${table}, ${profile} run`;
      const file = `tables/${table}.${profile}.parquet`;
      const format = 'application/vnd.apache.parquet';
      return [{ file, name, description, format, bytes: recorded.bytes, provenance }];
    }),
  );
  return found.flat();
}
