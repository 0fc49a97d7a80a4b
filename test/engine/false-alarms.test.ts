import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { TableSource } from '../../kernels/engine/claims.js';
import { fileFalseAlarms, readFalseAlarms, staleFalseAlarms } from '../../kernels/engine/false-alarms.js';
import { loadPaper } from '../../kernels/engine/papers.js';
import { servePartedFile } from '../../kernels/engine/serve-parted.js';
import { falseAlarmSchema } from '../../src/lib/claims/false-alarms.js';
import type { Provenance } from '../../src/lib/experiment/provenance.js';
import { decodeTable } from '../../src/lib/experiment/rows.js';
import { random } from '../../src/lib/statistics/random.js';
import { toyWorkspace } from './workspace.js';

const claims = (bound: number) => `
import { claimsOn } from '../../../../src/lib/claims/claims-on.js';
import { overSeeds } from '../../../../src/lib/claims/measurement.js';
import { liesAbove } from '../../../../src/lib/claims/predicate.js';
import { tables } from './tables.js';

const powers = (rows, n) => rows.filter((row) => row.n === n).map(({ power }) => power);

export const coverage = [];
export const claims = [claimsOn(tables)({
  id: 'twos-are-larger',
  statement: 'Two has more power than one.',
  criterion: 'the difference lies above the bound',
  tables: ['squares'],
  measure: ({ squares }) =>
    overSeeds(powers(squares, 2).map((power, i) => power - powers(squares, 1)[i]), '', ''),
  asks: liesAbove(${bound}),
  chance: { table: 'squares', column: 'n', within: ['seed'] },
})];
`;

/** The toy with one claim on pairs of what a seed gives for 1 and for 2. */
async function toyWith(bound: number) {
  const { folder } = await toyWorkspace();
  await writeFile(path.join(folder, 'toy', 'claims.ts'), claims(bound));
  return { paper: await loadPaper('toy', folder), folder };
}

const { normal } = random(4, 'squares');
const rows = Array.from({ length: 8 }, (_, seed) =>
  [1, 2].map((n) => ({ seed, n, power: 5 * n + normal() })),
).flat();
const tablesOf =
  (key: string): TableSource =>
  async (_, profile) =>
    profile === 'quick' ? { rows, provenance: { key } as Provenance } : undefined;

it('counts once, and again where the tables or the criterion are others', async () => {
  const { paper } = await toyWith(0);
  expect(await staleFalseAlarms(paper, tablesOf('a'))).toEqual(['twos-are-larger']);
  expect(await fileFalseAlarms(paper, tablesOf('a'))).toEqual(['twos-are-larger']);
  expect(await fileFalseAlarms(paper, tablesOf('a'))).toEqual([]);
  expect(await staleFalseAlarms(paper, tablesOf('a'))).toEqual([]);
  expect(await staleFalseAlarms(paper, tablesOf('b'))).toEqual(['twos-are-larger']);

  const { 'twos-are-larger': found } = await readFalseAlarms(paper);
  expect(found).toMatchObject({ profile: 'quick', draws: 200 });
  // Signs of eight differences of about 5: the interval leaves 0 outside where 7 or 8 agree, (1 + 8) / 256 on a side.
  expect(Math.abs(found.reproduced / 200 - 0.035)).toBeLessThan(0.05);

  const other = await toyWith(1);
  await mkdir(path.join(other.folder, 'toy', 'recorded'));
  await writeFile(
    path.join(other.folder, 'toy', 'recorded', 'false-alarms.json'),
    JSON.stringify({ 'twos-are-larger': found }),
  );
  expect(await staleFalseAlarms(other.paper, tablesOf('a'))).toEqual(['twos-are-larger']);
});

it('serves what was recorded, without a table', async () => {
  const bytes = await servePartedFile('false-alarms', 'multiagent-evaluation');
  const file = new Uint8Array(bytes).buffer as ArrayBuffer;
  const { rows } = await decodeTable(file, falseAlarmSchema, 'false-alarms.parquet');
  expect(rows.length).toBeGreaterThan(3);
  expect(rows[0]).toMatchObject({ paper: 'multiagent-evaluation', draws: 200 });
});
