import {
  cylinderDefaults,
  cylinderFlow,
  type FlowSnapshot,
} from '../../src/papers/information-koopman/dynamics/cylinder-flow.js';
import { type Contender, medians } from './harness.js';
import { startPeer } from './peer.js';
import { markdownTable, ratio } from './report.js';

/** The grids of the quick and of the full run of a paper, with the cylinder's diameter and steps for about a second. */
const settings = [
  { nx: 96, ny: 40, diameter: 8, steps: 8000 },
  { nx: 384, ny: 128, diameter: 24, steps: 600 },
] as const;

const { speed, perturbation } = cylinderDefaults;

/** Seconds of processor time of a piece of work in this thread: what else the machine does counts less than by the clock. */
function processorTime(work: () => unknown): Contender {
  return async () => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  };
}

/** Flow past a cylinder at Re 100, in double precision on one thread, against NumPy. */
export async function benchLattice(): Promise<string> {
  const peer = startPeer();
  const rows: string[][] = [];
  for (const setting of settings) {
    const { nx, ny, steps } = setting;
    const flow = { ...setting, reynolds: 100, speed, perturbation };
    const ours = (): FlowSnapshot => {
      let last: FlowSnapshot | undefined;
      for (const { snapshot } of cylinderFlow({ ...flow, from: 1, every: steps - 1 })) last = snapshot;
      return last!;
    };
    const theirs = () => peer.call('lattice.flow', flow);
    const { u, v } = ours();
    const [peerU, peerV] = (await theirs()).value as [number[], number[]];
    for (const [mine, other] of [
      [u, peerU],
      [v, peerV],
    ] as const)
      for (let at = 0; at < mine.length; at++)
        if (!(Math.abs(mine[at] - other[at]) < 1e-6))
          throw new Error(`${nx} × ${ny}: velocities ${mine[at]} and ${other[at]} in cell ${at}`);
    const times = await medians(
      { litmus: processorTime(ours), numpy: async () => (await theirs()).seconds },
      { rounds: 5 },
    );
    const updates = (seconds: number) => ((nx * ny * steps) / seconds / 1e6).toPrecision(3);
    const name = `${nx} × ${ny}, ${steps.toLocaleString('en')} steps`;
    rows.push([name, updates(times.litmus), updates(times.numpy), ratio(times.numpy, times.litmus)]);
  }
  peer.close();
  return markdownTable(
    ['grid', 'Litmus, million cell updates/s', 'NumPy, million cell updates/s', '÷ Litmus'],
    rows,
  );
}
