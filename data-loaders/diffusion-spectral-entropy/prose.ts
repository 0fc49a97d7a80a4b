import { greatest, groups, max, min } from 'd3-array';
import { conditionsOf } from '../../src/lib/claims/claim-columns.js';
import { meanOf, proseOn, where } from '../../src/lib/claims/prose.js';
import { listed } from '../../src/lib/text/list.js';
import {
  count,
  countInWords,
  decimals,
  percent,
  scientific,
  significant,
} from '../../src/lib/text/number.js';
import { tables } from '../../src/papers/diffusion-spectral-entropy/tables.js';
import { definition as corruptionExperiment } from './corruption.js';
import { coursesOf } from './course.js';
import { definition as dimensionExperiment } from './dimension.js';
import { prose as digits } from './prose-digits.js';
import { definition as trainingExperiment } from './training.js';

const part = proseOn(tables);

const bits = (value: number) => decimals(value, 1);

export const prose = [
  part([], (_, claim) => {
    const verdict = (id: string) => claim(id).verdict;
    const resists = conditionsOf(claim('dse-level-resists-noise'));
    const early = conditionsOf(claim('low-dse-initialisation'));
    return {
      'most-curves-alike':
        [
          'dse-limits',
          'dse-tracks-dimension',
          'dsmi-tracks-corruption',
          'dse-rises-in-training',
          'dsmi-rises-generalising',
          'dsmi-generalisation-only',
          'dsmi-predicts-accuracy',
        ].filter((id) => verdict(id) === 'reproduced').length >= 5,
      'bound-is-nearer': conditionsOf(claim('dsmi-beats-mine')).every(({ high }) => high! < 0),
      'noise-lifts': resists.some((one) => one.verdict === 'not reproduced' && one.low! > 0),
      'memorising-moves': verdict('dsmi-stagnates-memorising') === 'not reproduced',
      'lowest-not-fastest': early[0].verdict === 'not reproduced',
      'others-further-off': ['dsmi-beats-shannon', 'dsmi-beats-neighbours'].every(
        (id) => verdict(id) === 'reproduced',
      ),
    };
  }),
  part(['training'], ({ training }) => {
    const regime = (id: 'clean' | 'wrong') => training.filter((row) => row.regime === id);
    /** Means over networks before and after the training, of networks with true and with permuted labels. */
    const ends = (value: (row: (typeof training)[number]) => number) =>
      (['clean', 'wrong'] as const).map((id) => {
        const courses = coursesOf(regime(id), ({ epoch }) => epoch, value);
        return {
          first: meanOf(courses, ({ values }) => values[0]),
          last: meanOf(courses, ({ values }) => values.at(-1)!),
        };
      });
    const gains = (value: (row: (typeof training)[number]) => number) =>
      ends(value).map(({ first, last }) => last - first);
    const [lengths] = ends(({ norm }) => norm);
    const [learning] = ends(({ dse_unit }) => dse_unit);
    const [, memorisingGain] = gains(({ dse_unit }) => dse_unit);
    const [, creep] = gains(({ dsmi_y }) => dsmi_y);
    const [learnt, memorised] = gains(({ dsmi_y_unit }) => dsmi_y_unit);
    const byEpoch = groups(
      training,
      (row) => row.regime,
      ({ epoch }) => epoch,
    ).flatMap(([, epochs]) => epochs.map(([, rows]) => rows));
    const apart = byEpoch.map((rows) => Math.abs(meanOf(rows, ({ dsmi_x, dsmi_y }) => dsmi_x - dsmi_y)));
    const [, learntByHeart] = ends(({ train_acc }) => train_acc);
    return {
      'rescaled-falls': learning.last < learning.first,
      'keeps-its-message': learnt > 0.3,
      'rescaled-does-not-grow': memorised <= 0,
      'times-as-long': significant(lengths.last / lengths.first, 2),
      'rescaled-from': bits(learning.first),
      'rescaled-to': bits(learning.last),
      'rescaled-memorising': bits(memorisingGain),
      'memorising-entropy-grows': memorisingGain > 0,
      'creeps-by': bits(creep),
      'rescaled-learns': bits(learnt),
      'rescaled-memorises': bits(-memorised),
      'curves-within': decimals(max(apart)!, 3),
      'learnt-by-heart': learntByHeart.last > 0.9,
    };
  }),
  part(['corruption', 'mine'], ({ corruption, mine }) => {
    const least = min(corruption, ({ noise }) => noise);
    const at = (D: number, estimator: string, share: number) =>
      meanOf(
        where(
          corruption,
          (row) =>
            row.D === D && row.estimator === estimator && row.corruption === share && row.noise === least,
        ),
        ({ mi_bits }) => mi_bits,
      );
    return {
      'labels-entropy': decimals(at(20, 'truth', 0), 2),
      'dsmi-in-20': bits(at(20, 'dsmi', 0)),
      'dsmi-in-100': bits(at(100, 'dsmi', 0)),
      'can-be-negative': corruption.some(({ estimator, mi_bits }) => estimator === 'dsmi' && mi_bits < 0),
      'starts-flat': at(100, 'dsmi', 0.2) >= at(100, 'dsmi', 0),
      'bound-dimensions': listed(new Set(mine.map(({ D }) => count(D)))),
      'bound-sets': countInWords(new Set(mine.map(({ seed }) => seed)).size),
    };
  }),
  part(['dimension'], ({ dimension }) => {
    const { lowest, noise, width } = dimensionExperiment.profiles.full!;
    const [least, most] = [min(noise)!, max(noise)!];
    const entropies = (amplitude: number, t: number) =>
      where(
        dimension,
        (row) => row.distribution === 'uniform' && row.d === lowest && row.noise === amplitude && row.t === t,
      );
    const entropy = (amplitude: number) => meanOf(entropies(amplitude, 1), (row) => row.bits);
    return {
      'lowest-dimension': count(lowest),
      'most-noise': percent(most),
      'entropy-least-noise': bits(entropy(least)),
      'entropy-most-noise': bits(entropy(most)),
      'wide-kernel': count(width),
      'steps-press-down': [2, 3, 5].every((t) => max(entropies(most, t), (row) => row.bits)! < 0.1),
    };
  }),
  part(['initialisation'], ({ initialisation }) => {
    const early = groups(
      where(initialisation, ({ epoch }) => epoch === 1),
      ({ deviation }) => deviation,
    ).map(([deviation, rows]) => ({
      deviation,
      dse: meanOf(rows, ({ initial_dse }) => initial_dse),
      accuracy: meanOf(rows, ({ val_acc }) => val_acc),
    }));
    const lowest = where(early, ({ dse }) => dse < 0.001);
    const fastest = greatest(early, ({ accuracy }) => accuracy)!;
    return {
      'zero-is-slow': lowest.every(({ accuracy }) => accuracy < fastest.accuracy - 0.05),
      'fastest-deviation': significant(fastest.deviation),
      'fastest-entropy': bits(fastest.dse),
    };
  }),
  part([], (_, claim) => {
    const network = trainingExperiment.profiles.full!;
    const { full } = corruptionExperiment.profiles;
    const { profile } = claim('dsmi-tracks-corruption');
    const blobs = profile === 'full' ? full! : corruptionExperiment.profiles.quick;
    return {
      hidden: count(network.hidden),
      units: count(network.width),
      rate: scientific(network.learningRate, 0),
      'train-rows': count(network.trainRows),
      batch: count(network.batch),
      'read-rows': count(network.validationRows),
      'kernel-width': count(network.kernelWidth),
      clusters: countInWords(network.clusters),
      subsets: countInWords(blobs.subsets),
      points: count(blobs.points),
      'full-subsets': countInWords(full!.subsets),
      'full-points': count(full!.points),
      'full-dimensions': count(max(full!.dimensions)!),
    };
  }),
  ...digits,
];
