import {
  deviation,
  extent,
  greatest,
  groups,
  max,
  mean,
  median,
  min,
  minIndex,
  rollups,
  sort,
} from 'd3-array';
import { conditionsOf } from '../../src/lib/claims/claim-columns.js';
import { meanOf, proseOn, where } from '../../src/lib/claims/prose.js';
import {
  count,
  countInWords,
  decimals,
  percent,
  scientific,
  significant,
} from '../../src/lib/text/number.js';
import { fastFall } from '../../src/papers/lossy-compression-ib/fast-fall.js';
import {
  layerNames,
  type PlaneRow,
  type SyntheticRow,
  tables,
} from '../../src/papers/lossy-compression-ib/tables.js';
import { bySeed, meanError, select } from './known-rows.js';
import { definition as networkExperiment } from './network.js';
import { definition as syntheticExperiment } from './synthetic.js';

const part = proseOn(tables);

type Layer = (typeof layerNames)[number];

/** The mean over networks of what a layer knows, by step. */
function path(plane: readonly PlaneRow[], layer: Layer, column: 'i_xl' | 'i_ly') {
  const points = rollups(
    where(plane, (row) => row.layer === layer && row.compression === 'autoencoder'),
    (rows) => ({
      information: meanOf(rows, (row) => row[column]),
      loss: meanOf(rows, (row) => row.loss_eval),
    }),
    ({ step }) => step,
  );
  return sort(points, ([step]) => step).map(([step, values]) => ({ step, ...values }));
}

/** The most that a path loses from a point to a later one, nats, and which these are. */
function deepestFall(information: readonly number[]) {
  const falls = information.map((before, from) => {
    const to = from + minIndex(information.slice(from));
    return { from, to, depth: before - information[to] };
  });
  return greatest(falls, (a, b) => a.depth - b.depth)!;
}

/** By how much the weighted estimate falls short of the truth in the mean over seeds, by kind of image and truth. */
function shortfalls(rows: readonly SyntheticRow[], representation: SyntheticRow['representation']) {
  return rollups(
    where(rows, (row) => row.estimator === 'wkl' && row.representation === representation),
    (own) => meanOf(own, ({ mi_est }) => mi_est),
    ({ dataset }) => dataset,
    ({ mi_true }) => mi_true,
  ).flatMap(([, estimates]) => estimates.map(([truth, estimate]) => ({ truth, short: truth - estimate })));
}

/** Autoencoders of a kind of image: their error in the mean over true informations up to 6 nats, and what they leave. */
const autoencodersOf = (rows: readonly SyntheticRow[], dataset: SyntheticRow['dataset']) =>
  bySeed(select(rows, { dataset, representation: 'autoencoder' }, [0, 6]), (own) => ({
    error: meanError(own)!,
    unexplained: own[0].ae_rel_mse,
  }));

export const prose = [
  part(['synthetic'], ({ synthetic }, claim) => {
    const tracked = claim('codes-track-true-mi');
    const condition = (label: string) => conditionsOf(tracked).find((one) => one.label === label)!;
    const blobs = autoencodersOf(synthetic, 'blobs');
    const [bad, good] = [true, false].map((isBad) =>
      blobs.filter(({ error }) => error > condition('blobs, error').bound === isBad),
    );
    const parameters = shortfalls(synthetic, 'parameters');
    const codes = shortfalls(synthetic, 'autoencoder');
    const most = max(codes, ({ truth }) => truth)!;
    const ofNothing = (representation: SyntheticRow['representation']) =>
      decimals(
        median(select(synthetic, { dataset: 'blobs', representation }, [0, 0]), ({ mi_est }) => mi_est)!,
        2,
      );
    const scatter = claim('weights-cost-variance');
    return {
      'codes-of-nothing': ofNothing('autoencoder'),
      'parameters-of-nothing': ofNothing('parameters'),
      'follows-to-six':
        claim('tracks-true-mi').verdict === 'reproduced' &&
        parameters.every(({ truth, short }) => truth > 6 || Math.abs(short) < 0.6) &&
        parameters.every(({ truth, short }) => truth < most || short > 0.5),
      'codes-hold-on-rectangles': condition('rectangles, error').verdict === 'reproduced',
      'codes-open-on-blobs': condition('blobs, error').verdict === 'inconclusive' && bad.length > 0,
      'bad-autoencoders': countInWords(bad.length),
      'bad-error': decimals(
        meanOf(bad, ({ error }) => error),
        1,
      ),
      'bad-unexplained': percent(
        meanOf(bad, ({ unexplained }) => unexplained),
        1,
      ),
      'good-unexplained': percent(
        max(good, ({ unexplained }) => unexplained)!,
        1,
      ),
      'good-error': decimals(
        max(good, ({ error }) => error)!,
        2,
      ),
      'good-and-scattered':
        claim('weights-remove-bias').verdict === 'reproduced' && scatter.verdict === 'reproduced',
      'weights-remove-bias': claim('weights-remove-bias').verdict === 'reproduced',
      'scatters-times': significant(scatter.measured!, 2),
      'codes-fall-below': codes.every(({ truth, short }) => truth < most || short > 0.5),
      'most-information': countInWords(most),
      'short-at-most': (
        extent(
          codes.filter(({ truth }) => truth === most),
          ({ short }) => short,
        ) as [number, number]
      )
        .map((short) => decimals(short, 1))
        .join(' to '),
    };
  }),
  part(['plane'], ({ plane }) => {
    const known = layerNames.map((layer) => path(plane, layer, 'i_xl').map(({ information }) => information));
    const ofLabel = layerNames.map((layer) =>
      path(plane, layer, 'i_ly').map(({ information }) => information),
    );
    const gains = (paths: readonly number[][]) => paths.map((values) => values.at(-1)! - values[0]);
    const [ofImage, ofDigit] = [gains(known), gains(ofLabel)];
    const output = path(plane, 'L5', 'i_xl');
    const { from, to } = fastFall(output);
    const fitted = output.find(({ step }) => step === from)!.information - output[0].information;
    const later = extent(output, ({ step, information }) => (step >= from ? information : undefined));
    const falls = known.map((information) => deepestFall(information).depth);
    const fall = deepestFall(output.map(({ information }) => information));
    const last = max(plane, ({ step }) => step);
    const own = where(plane, ({ compression }) => compression === 'autoencoder');
    const bySteps = groups(
      own.filter(({ layer }) => layer === 'L5'),
      ({ step }) => step,
    );
    const end = (rows: readonly PlaneRow[], layer: Layer) =>
      rows.find((row) => row.layer === layer && row.step === last)!.i_ly!;
    const excess = groups(own, ({ seed }) => seed).map(([, rows]) => end(rows, 'L5') - end(rows, 'L1'));
    return {
      'output-fits-then-wavers': fitted > 1 && later[1]! - later[0]! < fitted / 2,
      'first-layers-learn-less': [ofImage, ofDigit].every(
        (gained) => 2 * Math.max(...gained.slice(0, 2)) < Math.min(...gained.slice(2)),
      ),
      'falls-by': decimals(fall.depth, 1),
      'falls-from': count(output[fall.from].step),
      'falls-to': count(output[fall.to].step),
      'falls-within': output[fall.from].step >= from && output[fall.to].step <= to,
      'deep-layers-fit': [2, 3, 4].every((layer) => ofImage[layer] > 1 && ofDigit[layer] > 0.5),
      'output-falls-deepest': falls.slice(0, -1).every((fall) => fall < falls.at(-1)!),
      'law-broken': min(excess)! > 0,
      'law-excess': decimals(
        meanOf(excess, (value) => value),
        1,
      ),
      unexplained: percent(meanOf(own, ({ x_unexplained }) => x_unexplained)),
      'networks-scatter': decimals(
        mean(bySteps, ([, rows]) => deviation(rows, ({ i_xl }) => i_xl))!,
        1,
      ),
      'estimates-scatter': decimals(
        meanOf(own, ({ layer, se_xl }) => (layer === 'L5' ? se_xl : null)),
        1,
      ),
    };
  }),
  part(['weights'], ({ weights }) => ({
    'weights-length': count(
      Math.hypot(...weights.filter(({ d, k }) => d === 8 && k === 5).map(({ weight }) => weight)),
    ),
  })),
  part([], (_, claim) => {
    const phases = claim('several-phases');
    const dip = conditionsOf(phases).find(({ label }) => label === 'dip while the loss falls')!;
    return {
      'label-is-learnt': ['label-information-grows', 'label-information-bounded'].every(
        (id) => claim(id).verdict === 'reproduced',
      ),
      dip: decimals(dip.value!, 2),
      'dip-from': decimals(dip.low!, 2),
      'dip-to': decimals(dip.high!, 2),
      'dip-asked': decimals(dip.bound, 1),
      'phases-open': phases.verdict === 'inconclusive',
      'networks-needed': countInWords(phases.needed!),
    };
  }),
  part([], () => {
    const { quick, full } = networkExperiment.profiles;
    const { batch, checkpoints, evaluatedImages, learningRate, seeds, trainImages } = full!;
    return {
      networks: countInWords(seeds),
      'quick-steps': count(max(quick.checkpoints)!),
      epochs: countInWords(Math.round((max(checkpoints)! * batch) / trainImages)),
      'quick-images': count(quick.trainImages),
      'quick-evaluated': count(quick.evaluatedImages),
      'quick-rate': significant(quick.learningRate),
      images: count(trainImages),
      evaluated: count(evaluatedImages),
      batch: count(batch),
      rate: scientific(learningRate, 0),
      'rate-times': countInWords(learningRate / 1e-5),
    };
  }),
  part([], (_, claim) => {
    const { quick, full } = syntheticExperiment.profiles;
    const { seeds, size, samples } = claim('codes-track-true-mi').profile === 'full' ? full! : quick;
    return { 'known-seeds': countInWords(seeds), 'known-size': `${size} × ${size}`, pairs: count(samples) };
  }),
];
