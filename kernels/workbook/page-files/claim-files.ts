import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { sha256 } from '../../engine/checksum.js';
import { stableJson } from '../../engine/key.js';
import { root } from '../../engine/root.js';
import { shelf } from '../../engine/serve-parted.js';
import { claimsIn } from '../judged-claims.js';
import type { Catalogue } from './catalogue.js';
import { readSourceGraph } from './source-graph.js';

/** What draws and writes files of claims. */
const making = path.join(root, 'kernels', 'workbook', 'made-of-claims.ts');

/** Makes files of claims, and says what each depends on. */
export interface ClaimFiles {
  /** Stands for all that a file is made from: code, claims, and for the search the pages that it knows. */
  key(file: string, slug: string, claims: Uint8Array): Promise<string>;
  /** @param slug whose claims they are: a paper, or all (`shelf`) */
  make(file: string, slug: string, claims: Uint8Array): Promise<Uint8Array>;
}

/** @param workbook root of the workbook */
export function claimFiles(catalogue: Catalogue, workbook: string): ClaimFiles {
  let graph: ReturnType<typeof readSourceGraph> | undefined;
  return {
    async key(file, slug, claims) {
      graph ??= readSourceGraph([making]);
      const papers = slug === shelf ? [...catalogue.keys()] : [slug];
      return sha256(
        stableJson({
          code: (await graph).fingerprint([making]),
          papers: papers.map((name) => catalogue.get(name)?.code ?? null),
          claims: sha256(claims),
          pages: file === 'search.json' ? await pagesIn(workbook) : [],
        }),
      );
    },
    async make(file, slug, claims) {
      // Loaded where it is needed alone, with jsdom.
      const { madeOfClaims } = await import('../made-of-claims.js');
      return Buffer.from(await madeOfClaims.get(file)!(slug, await claimsIn(claims)));
    },
  };
}

/** SHA-256 of each page. */
async function pagesIn(workbook: string): Promise<readonly string[]> {
  const folders = [workbook, path.join(workbook, 'papers')];
  const files = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(folder)).filter((name) => name.endsWith('.md')).map((name) => path.join(folder, name)),
    ),
  );
  return Promise.all(
    files
      .flat()
      .sort()
      .map(async (file) => sha256(await readFile(file))),
  );
}
