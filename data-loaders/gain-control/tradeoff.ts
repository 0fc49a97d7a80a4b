import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import { fullSetting, quickSetting, type Setting } from '../../src/papers/gain-control/setting.js';
import { tables } from '../../src/papers/gain-control/tables.js';
import { standInScale } from './stand-in-scale.js';

type TradeoffParameters = Setting & {
  readonly probability: number;
  /** Prices of activity. */
  readonly alphas: readonly number[];
};

const quick: TradeoffParameters = {
  ...quickSetting,
  excitation: 0.6,
  gamma: 0.1,
  probability: 0.35,
  alphas: [0, 0.03, 0.1, 0.2, 0.3, 0.5, 1, 2, 3, 5, 10],
};

/** 0, then from 0.01 to 10 in equal ratios. Written out, since engines round powers differently in the last digit. */
const dense = [
  0, 0.01, 0.012589254117941675, 0.015848931924611134, 0.0199526231496888, 0.025118864315095794,
  0.03162277660168379, 0.039810717055349734, 0.05011872336272723, 0.06309573444801933, 0.07943282347242814,
  0.1, 0.12589254117941676, 0.15848931924611132, 0.19952623149688797, 0.25118864315095796,
  0.31622776601683794, 0.3981071705534973, 0.5011872336272722, 0.6309573444801932, 0.7943282347242813, 1,
  1.2589254117941675, 1.5848931924611143, 1.9952623149688788, 2.5118864315095797, 3.1622776601683795,
  3.981071705534973, 5.011872336272725, 6.30957344480193, 7.943282347242813, 10,
];

export const definition = defineExperiment({
  title: 'What fidelity costs',
  description:
    'Error of the representation against activity of the best gains, as the price of activity rises, under the biased ensemble; recurrent excitation 0.6, homeostasis 0.1.',
  tables: { tradeoff: tables.tradeoff },
  profiles: {
    quick,
    full: { ...quick, neurons: fullSetting.neurons, stimuli: fullSetting.stimuli, alphas: dense },
  },
  scale: (params) =>
    standInScale(params, { repetitions: `none: one network, ${params.alphas.length} prices of activity` }),
  seed: 1,
  compute: 'plain',
  parts: () => [{ id: 'all' }],
});
