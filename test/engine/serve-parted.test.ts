import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { arrayBuffer } from '../../kernels/engine/recorded.js';
import { type PartedKind, servePartedFile, shelf } from '../../kernels/engine/serve-parted.js';
import { thumbnailFile } from '../../kernels/engine/thumbnail.js';
import { claimSchema } from '../../src/lib/claims/claim-columns.js';
import { decodeTable } from '../../src/lib/experiment/rows.js';
import { toyWorkspace } from './workspace.js';

/** Two papers, of which one cannot be read, or has a run that fails. */
async function twoPapers() {
  const { folder, cache } = await toyWorkspace();
  await mkdir(path.join(folder, 'broken'));
  await writeFile(path.join(folder, 'broken', 'paper.ts'), `throw new Error('boom');`);
  const log = vi.fn();
  const serve = (kind: PartedKind, slug = shelf) => servePartedFile(kind, slug, { cache, log }, folder);
  return { serve, log };
}

it('holds the claims of every paper that can be judged, and names the one that cannot', async () => {
  const { serve, log } = await twoPapers();
  const claims = await decodeTable(arrayBuffer(await serve('claims')), claimSchema, 'claims.parquet');
  expect(new Set(claims.rows.map(({ paper }) => paper))).toEqual(new Set(['toy']));
  expect(claims.missing).toEqual([{ paper: 'broken', reason: 'boom' }]);
  expect(log).toHaveBeenCalledWith('broken: its part of the claims is missing: boom');
});

it('holds the picture of a paper, and none of several', async () => {
  const { serve } = await twoPapers();
  expect(Buffer.from(await serve('thumbnail', 'toy')).toString('utf8')).toMatch(/^<svg.*>4<\/svg>$/);
  await expect(serve('thumbnail', 'broken')).rejects.toThrow('boom');
  expect(() => thumbnailFile.whole(['<svg/>', '<svg/>'], [])).toThrow('a picture is of one paper');
});

it('fails where a paper of its own cannot be read', async () => {
  const { serve } = await twoPapers();
  await expect(serve('claims', 'broken')).rejects.toThrow('boom');
});
