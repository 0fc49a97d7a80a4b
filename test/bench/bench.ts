// Side-by-side benchmarks: `npm run bench`, or `npm run bench -- neighbours gram` for some of them. Each prints
// its table and puts it into docs/performance.md.
import os from 'node:os';
import { Failure, unknownName } from '../../kernels/engine/failure.js';
import { processor } from '../../kernels/engine/machine.js';
import { benchBackends } from './backends.js';
import { benchCouplings } from './couplings.js';
import { benchEstimators } from './estimators.js';
import { benchGames } from './games.js';
import { benchGram } from './gram.js';
import { benchKernel } from './kernel.js';
import { benchLattice } from './lattice.js';
import { benchLayers } from './layers.js';
import { benchLighthouse } from './lighthouse.js';
import { benchNeighbours } from './neighbours.js';
import { startPeer } from './peer.js';
import { benchProfile } from './profile.js';
import { duration, report } from './report.js';
import { benchSite } from './site.js';
import { benchSweep } from './sweep.js';

const benchmarks: Readonly<Record<string, () => Promise<string>>> = {
  neighbours: benchNeighbours,
  estimators: benchEstimators,
  gram: benchGram,
  lattice: benchLattice,
  backends: benchBackends,
  layers: benchLayers,
  profile: benchProfile,
  sweep: benchSweep,
  kernel: benchKernel,
  games: benchGames,
  couplings: benchCouplings,
  site: benchSite,
  lighthouse: benchLighthouse,
};

/** Downloads what it needs: only where it is asked for. */
const onRequest = ['lighthouse'];

const wanted =
  process.argv.length > 2
    ? process.argv.slice(2)
    : Object.keys(benchmarks).filter((name) => !onRequest.includes(name));
try {
  const unknown = wanted.find((name) => !(name in benchmarks));
  if (unknown !== undefined) throw unknownName('benchmark', unknown, Object.keys(benchmarks));
  for (const name of wanted) await run(name);
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  process.stderr.write(`litmus: ${error.message}\n`);
  process.exit(error.exitCode);
}

async function run(name: string): Promise<void> {
  const load = os.loadavg()[0];
  const start = performance.now();
  const table = await benchmarks[name]();
  const took = duration((performance.now() - start) / 1000);
  await report(name, `${table}\n\n${await circumstances(load)} The benchmark took ${took}.`);
}

/** Where, when and with what. */
async function circumstances(load: number): Promise<string> {
  const peer = startPeer();
  const { value } = await peer.call('versions.versions', {});
  peer.close();
  const versions = { Node: process.versions.node, ...(value as Record<string, string>) };
  const listed = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  const date = new Date().toISOString().slice(0, 10);
  return `Measured on ${date}: ${processor()}, load ${load.toFixed(1)} at the start; ${listed.join(', ')}.`;
}
