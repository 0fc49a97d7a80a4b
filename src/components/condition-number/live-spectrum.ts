import { random } from '../../lib/statistics/random.js';
import { conditionNumber } from '../../papers/condition-number/condition-number.js';
import {
  largestLinearEntropy,
  linearChannelInformation,
  linearEntropyBound,
  linearUnitEntropy,
  logVolume,
  scaledSpectrum,
} from '../../papers/condition-number/linear-unit.js';
import { tanhUnitEntropy } from '../../papers/condition-number/tanh-unit.js';

export interface LiveSpectrumSettings {
  /** Singular values, in any order, all above 0. */
  readonly sigmas: readonly number[];
  /** Scales them so that their squares sum to their number. */
  readonly locked: boolean;
  /** Standard deviation of the noise of the channel. */
  readonly noise: number;
}

/** A point of the plane of the most and the least stretched direction. */
export interface PlanePoint {
  readonly largest: number;
  readonly smallest: number;
}

export interface LiveSpectrum {
  /** Largest first, as scaled. */
  readonly sigmas: Float64Array;
  readonly kappa: number;
  readonly squaredNorm: number;
  /** All in nats. */
  readonly logVolume: number;
  readonly entropy: number;
  readonly bound: number;
  readonly largest: number;
  /** After tanh of each output, in the basis in which the outputs are independent. */
  readonly afterTanh: number;
  readonly information: number;
  /** The same points before and after tanh. */
  readonly points: Readonly<Record<'before' | 'after', readonly PlanePoint[]>>;
}

const pointCount = 500;

/** What a unit with these singular values does to normal inputs: some milliseconds in a browser. */
export function liveSpectrum({ sigmas, locked, noise }: LiveSpectrumSettings): LiveSpectrum {
  const n = sigmas.length;
  const scaled = Float64Array.from(locked ? scaledSpectrum(sigmas) : sigmas).sort((a, b) => b - a);
  const squaredNorm = scaled.reduce((sum, sigma) => sum + sigma ** 2, 0);
  const kappa = conditionNumber(scaled);
  return {
    sigmas: scaled,
    kappa,
    squaredNorm,
    logVolume: logVolume(scaled),
    entropy: linearUnitEntropy(scaled),
    bound: linearEntropyBound(n, squaredNorm, kappa),
    largest: largestLinearEntropy(n, squaredNorm),
    afterTanh: scaled.reduce((sum, sigma) => sum + tanhUnitEntropy(sigma), 0),
    information: linearChannelInformation(scaled, noise ** 2),
    points: planePoints(scaled[0], scaled[n - 1]),
  };
}

function planePoints(largest: number, smallest: number): LiveSpectrum['points'] {
  const { normal } = random(1, 'live-spectrum');
  const before = Array.from({ length: pointCount }, () => ({
    largest: largest * normal(),
    smallest: smallest * normal(),
  }));
  const after = before.map((point) => ({
    largest: Math.tanh(point.largest),
    smallest: Math.tanh(point.smallest),
  }));
  return { before, after };
}
