import { flag, float64, int32, oneOf, type TableSchemas, text } from '../../lib/experiment/column.js';

/** Examples of mixtures with a fixed start. */
export const exampleIds = ['A', 'B', 'C', 'D'] as const;

const bits = (description: string) => float64(description, 'bits');
const width = float64('width σ of the truth functions');
const planeProblem = oneOf('which classes: three or five', ['three', 'five']);
const start = text(
  'number of the random start, or how stripes cut the plane: columns (by z₁) or rows (by z₂); map for the likeliest class',
);
const lineProblem = oneOf('which two classes on a line: rare or frozen', ['rare', 'frozen']);
const round = int32('rounds done');
const boundary = int32('first cell of the second label');
const p = float64('true share of the first component');
const inner = int32('inner steps of CM-EM; 0 for EM');
const startNumber = int32('number of the start');
const iterations = int32('iterations done, 500 at most');
const endDivergence = bits('KL(P‖P_θ) at the end');
const rises = int32('iterations after which KL was larger than before by 1e-12');

/** The tables of the paper, by name. */
export const tables = {
  rate_fidelity: {
    description: 'One row a point of the curve',
    columns: {
      width,
      s: float64('slope at which the point is sought'),
      R: bits('Shannon information R'),
      G: bits('semantic information G'),
      slope: float64('dR/dG, from the points at s ± 0.0001'),
      KL: bits('KL(P‖P_θ) between the prior and what the listener expects'),
      iterations: int32('iterations until no P(y) moved by 1e-12'),
      converged: flag('false where the most iterations did not suffice: not quite a point of the curve'),
      Py1: float64('P(y1)'),
      Py2: float64('P(y2)'),
      Py3: float64('P(y3)'),
      Py4: float64('P(y4)'),
    },
  },
  matched: {
    description: 'One row a channel whose labels mean what they are used for: matched truth functions',
    columns: {
      width: float64('width σ of the truth functions that made the channel'),
      R: bits('Shannon information of the channel'),
      G: bits('its semantic information by the matched truth functions'),
      R_curve: bits('R of the curve of the matched truth functions at s = 1'),
      G_curve: bits('G there'),
    },
  },
  random_channels: {
    description: 'One row a random channel with random truth functions',
    columns: {
      channel: int32('number of the channel'),
      instances: int32('instances'),
      labels: int32('labels'),
      R: bits('Shannon information'),
      G: bits('semantic information by the random truth functions'),
      G_matched: bits('semantic information by the matched truth functions'),
    },
  },
  likelihood: {
    description:
      'One row a candidate for the centre of a label, given a sample of what the label was used of',
    columns: {
      sample: int32('number of the sample'),
      built: oneOf(
        'truth: a Gaussian truth function; ratio: the likelihood ratio of a normal law to the prior, scaled to a largest value of 1',
        ['truth', 'ratio'],
      ),
      mu: float64('centre'),
      information: bits('semantic information I(X; θ) of the sample'),
      likelihood: bits('mean log₂ P(x|θ) over the sample'),
    },
  },
  mmi_rounds: {
    description: 'One row a round of a run',
    columns: {
      problem: planeProblem,
      start,
      round,
      MI: bits('I(X; Y) of the partition'),
      moved: int32('cells whose label this round changed'),
    },
  },
  mmi_references: {
    description: 'One row a problem',
    columns: {
      problem: planeProblem,
      MAP: bits('I(X; Y) of the partition by the likeliest class'),
      bound: bits('I(X; Z), which no partition can exceed'),
    },
  },
  mmi_maps: {
    description: 'Partitions of some runs: one row a stretch of equal labels along z₁',
    columns: {
      problem: planeProblem,
      start,
      round,
      z2: int32('second feature'),
      from: int32('first z₁ of the stretch'),
      to: int32('last z₁ of the stretch'),
      label: int32('label, from 1'),
    },
  },
  thresholds: {
    description: 'Two classes on a line, cut in two: one row a cut',
    columns: {
      problem: lineProblem,
      boundary,
      MI: bits('I(X; Y)'),
      MAP: flag('whether this is the partition by the likeliest class'),
    },
  },
  threshold_paths: {
    description: 'Channels’ matching on the line: one row a round',
    columns: {
      problem: lineProblem,
      start: int32('boundary at the start'),
      round,
      boundary,
      pieces: int32('stretches of equal labels; 2 for a single cut'),
      MI: bits('I(X; Y)'),
    },
  },
  mixture_runs: {
    description: 'One row a run from a random start',
    columns: {
      problem: oneOf(
        'ratio: components that are easily told apart, with shares p and 1 − p; local: a narrow and a broad one with almost the same mean',
        ['ratio', 'local'],
      ),
      p,
      start: startNumber,
      inner,
      iterations,
      converged: flag('whether KL fell below 0.001 bit'),
      KL: endDivergence,
      rises,
    },
  },
  mixture_traces: {
    description: 'Some runs of `ratio`, step by step, thinned out along a logarithmic axis',
    columns: {
      p,
      start: startNumber,
      inner,
      iter: int32('iterations done'),
      KL: bits('KL(P‖P_θ)'),
      mu1: float64('mean of the first component'),
      mu2: float64('mean of the second component'),
      s1: float64('standard deviation of the first component'),
      s2: float64('standard deviation of the second component'),
      P1: float64('share of the first component'),
    },
  },
  examples: {
    description: 'One row a run on a fixed example',
    columns: {
      example: oneOf('A, B, C or D', exampleIds),
      inner,
      iterations,
      KL_start: bits('KL(P‖P_θ) at the start'),
      KL_first: bits('KL(P‖P_θ) after one iteration'),
      KL: endDivergence,
      rises,
    },
  },
  sample_runs: {
    description: 'One row a run on a sample, until an iteration lowers KL by less than 1e-5 bit',
    columns: {
      p,
      size: int32('points of the sample'),
      seed: int32('number of the sample'),
      inner,
      iterations,
      KL_sample: bits('KL of the sample’s frequencies and the mixture'),
      KL_truth: bits('KL of the true distribution and the mixture'),
    },
  },
  mixture_map: {
    description: 'One row a pair of ratio and distance: medians over starts',
    columns: {
      p,
      distance: float64('distance of the two means, in standard deviations of both'),
      EM: float64('median iterations of EM'),
      E3M: float64('median iterations of E3M'),
    },
  },
} satisfies TableSchemas;
