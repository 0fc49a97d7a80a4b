import { countVerdicts, type Verdict } from '../../../src/lib/experiment/verdict.js';
import { profiles } from '../../../src/lib/experiment/experiment.js';
import { experimentsOf, loadPaper, paperSlugs, type PlacedPaper } from '../../engine/papers.js';
import { readRecorded, readVerdicts } from '../../engine/recorded.js';
import { keyOf } from '../../engine/run.js';
import type { CommandContext } from '../context.js';
import { textTable } from '../text-table.js';

/** `litmus list`: what is on the shelf, and what is recorded. */
export async function list(
  { terminal }: CommandContext,
  slug: string | undefined,
  { json }: { json?: boolean },
): Promise<number> {
  const slugs = slug === undefined ? await paperSlugs() : [slug];
  const papers = await Promise.all(slugs.map(async (name) => describe(await loadPaper(name))));
  if (json) {
    terminal.out(`${JSON.stringify(papers, null, 2)}\n`);
    return 0;
  }
  for (const { paper, verdicts, tables } of papers) {
    const counts = Object.entries(verdicts).filter(([, count]) => count > 0);
    terminal.out(
      `${paper}: ${counts.map(([verdict, count]) => `${count} ${verdict}`).join(', ') || 'no verdicts recorded'}\n`,
    );
    const rows = tables.map(({ table, experiment, recorded, description }) => [
      `  ${paper}/${table}`,
      experiment,
      recorded.map(({ profile, current }) => (current ? profile : `${profile} (older code)`)).join(', ') ||
        '-',
      description,
    ]);
    terminal.out(textTable(['  table', 'experiment', 'recorded', 'what is in it'], rows));
  }
  return 0;
}

async function describe(paper: PlacedPaper) {
  const tables = experimentsOf(paper).flatMap((experiment) =>
    Object.entries(experiment.definition.tables).map(async ([table, { description }]) => {
      const recorded = await Promise.all(
        profiles.map(async (profile) => {
          const found = await readRecorded(paper, table, profile);
          if (!found) return [];
          const known = experiment.definition.profiles[profile] !== undefined;
          return [{ profile, current: known && found.key === (await keyOf({ experiment, profile })) }];
        }),
      );
      return { table, experiment: experiment.name, description, recorded: recorded.flat() };
    }),
  );
  const verdicts = Object.values(await readVerdicts(paper)).map(
    (of) => (of.none ?? of.full ?? of.quick) as Verdict,
  );
  return { paper: paper.slug, verdicts: countVerdicts(verdicts), tables: await Promise.all(tables) };
}
