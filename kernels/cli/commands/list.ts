import { countVerdicts, type Verdict } from '../../../src/lib/claims/verdict.js';
import { profiles } from '../../../src/lib/experiment/experiment.js';
import { decodeProvenance } from '../../../src/lib/experiment/footer.js';
import { Failure } from '../../engine/failure.js';
import { experimentsOf, loadPaper, paperSlugs, type PlacedPaper } from '../../engine/papers.js';
import { arrayBuffer, readRecorded } from '../../engine/recorded.js';
import { keyOf } from '../../engine/run.js';
import { readVerdicts } from '../../engine/verdicts.js';
import type { CommandContext } from '../context.js';
import { costTable, paperCost } from '../paper-cost.js';
import { textTable } from '../text-table.js';

const remark = { current: '', carried: ' (carried)', 'older code': ' (older code)' } as const;

/** `litmus list`: what is on the shelf, and what is recorded. */
export async function list(
  { terminal }: CommandContext,
  slug: string | undefined,
  { json, cost }: { json?: boolean; cost?: boolean },
): Promise<number> {
  const slugs = slug === undefined ? await paperSlugs() : [slug];
  if (cost) {
    const costs = await Promise.all(slugs.map(async (name) => paperCost((await loadPaper(name)).slug)));
    terminal.out(json ? `${JSON.stringify(costs, null, 2)}\n` : costTable(costs));
    return 0;
  }
  const warned = new Set<string>();
  const warn = (message: string) => {
    if (!warned.has(message)) terminal.err(`litmus: ${message}\n`);
    warned.add(message);
  };
  let code = 0;
  const described = slugs.map(async (name) => {
    const paper = await loadPaper(name);
    try {
      return [await describe(paper, warn)];
    } catch (error) {
      // One paper whose files are damaged keeps no other from being listed.
      if (!(error instanceof Failure)) throw error;
      code = error.exitCode;
      warn(error.message);
      return [];
    }
  });
  const papers = (await Promise.all(described)).flat();
  if (json) {
    terminal.out(`${JSON.stringify(papers, null, 2)}\n`);
    return code;
  }
  for (const { paper, verdicts, tables } of papers) {
    const counts = Object.entries(verdicts).filter(([, count]) => count > 0);
    terminal.out(
      `${paper}: ${counts.map(([verdict, count]) => `${count} ${verdict}`).join(', ') || 'no verdicts recorded'}\n`,
    );
    const rows = tables.map(({ table, experiment, recorded, description }) => [
      `  ${paper}/${table}`,
      experiment,
      recorded.map(({ profile, state }) => `${profile}${remark[state]}`).join(', ') || '-',
      description,
    ]);
    terminal.out(textTable(['  table', 'experiment', 'recorded', 'what is in it'], rows));
  }
  return code;
}

async function describe(paper: PlacedPaper, warn: (message: string) => void) {
  const tables = experimentsOf(paper).flatMap((experiment) =>
    Object.entries(experiment.definition.tables).map(async ([table, { description }]) => {
      const recorded = await Promise.all(
        profiles.map(async (profile) => {
          const found = await readRecorded(paper, table, profile, warn);
          if (!found) return [];
          const known = experiment.definition.profiles[profile] !== undefined;
          const current = known && found.key === (await keyOf({ experiment, profile }));
          const carried = current && decodeProvenance(arrayBuffer(found.bytes))?.carried !== undefined;
          return [{ profile, state: carried ? 'carried' : current ? 'current' : 'older code' } as const];
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
