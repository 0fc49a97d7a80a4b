import { claimSchema } from '../../../src/lib/claims/claim-columns.js';
import { bibtex, cslItem } from '../../../src/lib/shelf/citation.js';
import { shelfPaper } from '../../../src/lib/shelf/shelf.js';
import { csv } from '../../../src/lib/text/csv.js';
import { Failure } from '../../engine/failure.js';
import { loadPaper, type PlacedPaper } from '../../engine/papers.js';
import type { CommandContext } from '../context.js';
import { withLoaderRunner } from '../with-loader-runner.js';

interface ExportOptions {
  readonly as: 'bibtex' | 'csl' | 'csv' | 'json' | 'ro-crate';
  readonly output?: string;
}

/** `litmus export`: a paper's reference, its claims, or all that is recorded of it, in a form that others read. */
export async function exportPaper(
  context: CommandContext,
  slug: string,
  { as, output }: ExportOptions,
): Promise<number> {
  const { terminal } = context;
  if (output !== undefined && as !== 'ro-crate')
    throw new Failure(`--output is for ro-crate; ${as} is written to standard output: … > file`, 2);
  const paper = await loadPaper(slug);
  if (!paper.claims)
    throw new Failure(`${slug} is a study of ours and not on the shelf: it has no claims`, 2);
  switch (as) {
    case 'bibtex':
      terminal.out(bibtex(shelfPaper(slug)));
      return 0;
    case 'csl':
      terminal.out(json([cslItem(shelfPaper(slug))]));
      return 0;
    case 'csv':
      terminal.out(claimsAsCsv(await claimsOf(context, paper)));
      return 0;
    case 'json':
      terminal.out(json({ paper: shelfPaper(slug), claims: await claimsOf(context, paper) }));
      return 0;
    case 'ro-crate': {
      const { writeCrate } = await import('../../engine/crate/crate.js');
      const { repositoryAddress } = await import('../../workbook/site/addresses.js');
      const folder = output ?? `${slug}-crate`;
      const repository = repositoryAddress();
      await writeCrate(paper, folder, claimsAsCsv(await claimsOf(context, paper)), repository);
      if (!repository)
        terminal.err(
          'litmus: the crate lacks where its software is found, which RO-Crate asks for: ' +
            'name the address in LITMUS_REPOSITORY, or as "repository" in package.json\n',
        );
      terminal.out(`${folder}\n`);
      return 0;
    }
  }
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** The rows of `claims.parquet`. */
async function claimsOf(context: CommandContext, paper: PlacedPaper) {
  const { claimsFile } = await import('../../engine/claims-table.js');
  const part = await withLoaderRunner(context, (serve) => claimsFile.part(paper, serve));
  return part!.rows;
}

function claimsAsCsv(rows: Awaited<ReturnType<typeof claimsOf>>): string {
  return csv(Object.keys(claimSchema.columns), rows);
}
