import { extent, groups, max, min } from 'd3-array';
import { meanOf, proseOn, where } from '../../src/lib/claims/prose.js';
import { count, countInWords, decimals, percent } from '../../src/lib/text/number.js';
import type { HoldoutMode, HoldoutSet } from '../../src/papers/adaptive-data-analysis/holdout-trial.js';
import { tables } from '../../src/papers/adaptive-data-analysis/tables.js';
import { holdoutClaims } from './claims-holdout.js';
import { definition as coordination } from './coordination.js';
import { definition as holdout } from './holdout.js';
import { definition as perturbation } from './perturbation.js';

const part = proseOn(tables);

/** The numbers of points at which the text reads the two attacks and the companion's experiment. */
const attackedPoints = 2000;
const holdoutPoints = 10_000;

/** T of Thresholdout at that size. */
const threshold = 4 / Math.sqrt(holdoutPoints);

/** Where so small a share of runs is off by more than T, the text calls it rare. */
const rare = 0.05;

/** The largest mean of an error that the text calls staying within T + 4·tolerance. */
const allowed = 0.23;

export const prose = [
  part([], (_, claim) => {
    const companion = holdoutClaims.filter(
      ({ id, origin }) => origin === 'companion' && id !== 'thresholdout-within-tolerance',
    );
    const full = holdout.profiles.full!;
    return {
      'averages-fail-as-the-formula-says': claim('empirical-closed-form').verdict === 'reproduced',
      'companion-confirmed': companion.every(({ id }) => claim(id).verdict === 'reproduced'),
      'report-protected': ['thresholdout-honest', 'training-overfits-beside-thresholdout'].every(
        (id) => claim(id).verdict === 'reproduced',
      ),
      'half-undecided': claim('noise-reduces-adaptive-error').verdict === 'inconclusive',
      'coordination-holds': claim('pmw-ten-times-n').verdict === 'reproduced',
      'coordination-grows-faster': claim('pmw-rate').verdict === 'not reproduced',
      'full-size': holdout.scale(full).level === 'paper',
    };
  }),
  part(['selection'], ({ selection }) => {
    const share = (mode: HoldoutMode) =>
      meanOf(
        where(selection, (row) => row.n === holdoutPoints && !row.signal && row.mode === mode),
        ({ selected, d }) => selected / d,
      );
    return {
      'times-selected': countInWords(Math.round(share('thresholdout') / share('standard'))),
      'share-selected': percent(share('thresholdout')),
    };
  }),
  part(['holdout'], ({ holdout }) => {
    const rows = where(holdout, ({ n, signal, k }) => n === holdoutPoints && !signal && k > 0);
    const runs = (k: number, mode: HoldoutMode, set: HoldoutSet) =>
      new Map(
        where(rows, (row) => row.k === k && row.mode === mode && row.set === set).map(
          ({ seed, accuracy }) => [seed, accuracy],
        ),
      );
    const accuracy = (k: number, mode: HoldoutMode, set: HoldoutSet) =>
      meanOf([...runs(k, mode, set).values()], (value) => value);
    const numbers = groups(rows, ({ k }) => k)
      .map(([k]) => {
        const [reported, fresh, trained] = (['holdout', 'fresh', 'train'] as const).map((set) =>
          runs(k, 'thresholdout', set),
        );
        const off = [...reported].map(([seed, value]) => value - fresh.get(seed)!);
        return {
          k,
          repetitions: off.length,
          above: off.filter((value) => value > threshold).length,
          beyond: off.filter((value) => Math.abs(value) > threshold).length / off.length,
          excess: meanOf(off, (value) => value),
          repeated: [...reported].filter(([seed, value]) => value === trained.get(seed)).length,
        };
      })
      .sort((a, b) => a.k - b.k);
    const fewest = numbers[0];
    const rareFrom = numbers.find((_, at) => numbers.slice(at).every(({ beyond }) => beyond <= rare))!;
    const many = where(numbers, ({ k }) => k >= 100);
    const reports = many.map(({ k }) => accuracy(k, 'thresholdout', 'holdout'));
    return {
      'holdout-threshold': decimals(threshold, 2),
      'few-variables': countInWords(fewest.k),
      'runs-over-threshold': count(fewest.above),
      'runs-of-holdout': count(fewest.repetitions),
      'excess-with-few': decimals(fewest.excess, 3),
      'off-with-few-variables': fewest.beyond > rare,
      'rare-from': countInWords(rareFrom.k),
      'exception-is-few-variables': fewest.beyond > rare && rareFrom.k <= 0.01 * holdoutPoints,
      'training-repeated': count(fewest.repeated),
      'thresholdout-trains-higher': numbers.every(
        ({ k }) => accuracy(k, 'thresholdout', 'train') > accuracy(k, 'standard', 'train'),
      ),
      'little-bias-stays': many.every(({ excess }) => excess > 0 && excess < threshold),
      'least-report': decimals(100 * min(reports)!, 1),
      'most-report': percent(max(reports)!, 1),
    };
  }),
  part(['adaptive_error'], ({ adaptive_error }) => {
    const worst = (m: number, sigma: number) =>
      meanOf(
        where(
          adaptive_error,
          (row) =>
            row.n === attackedPoints && row.m === m && row.sigma === sigma && row.mechanism !== 'laplace',
        ),
        ({ max_error }) => max_error,
      );
    const quotient = worst(4000, 0.06) / worst(4000, 0);
    const noisy = groups(
      where(adaptive_error, ({ sigma }) => sigma > 0),
      ({ n, m, sigma }) => `${n} ${m} ${sigma}`,
    ).map(([, runs]) => {
      const of = (mechanism: 'laplace' | 'gaussian', error: 'final_error' | 'max_error') =>
        meanOf(
          where(runs, (row) => row.mechanism === mechanism),
          (row) => row[error],
        );
      return (error: 'final_error' | 'max_error') => of('laplace', error) - of('gaussian', error);
    });
    const laplaceIsFarther = (error: 'final_error' | 'max_error') =>
      meanOf(noisy, (more) => more(error)) > 0 &&
      noisy.filter((more) => more(error) > 0).length >= 0.75 * noisy.length;
    return {
      'noise-hurts-few': worst(100, 0.06) > worst(100, 0),
      'noise-helps-many': quotient < 1,
      'noisy-with-few': decimals(worst(100, 0.06), 2),
      'exact-with-few': decimals(worst(100, 0), 2),
      'about-half': Math.abs(quotient - 0.5) < 0.1,
      'samples-of-attack': countInWords(perturbation.profiles.full!.repetitions),
      'laplace-leaks-more': laplaceIsFarther('final_error'),
      'laplace-is-farther-off': laplaceIsFarther('max_error'),
    };
  }),
  part(['coordinated_error'], ({ coordinated_error }) => {
    const attacks = where(coordinated_error, ({ mechanism }) => mechanism === 'pmw');
    const at = (m: number) => where(attacks, (row) => row.m === m);
    const corrections = (m: number) => extent(at(m), ({ updates }) => updates) as [number, number];
    const error = (m: number) => meanOf(at(m), ({ max_error }) => max_error);
    const [beyond, most] = [20_000, 100_000];
    return {
      'attack-wins': error(beyond) > allowed && error(most) > error(beyond),
      'single-attacks-go-beyond': attacks.some(({ m, max_error }) => m <= 5000 && max_error > allowed),
      'error-beyond': decimals(error(beyond), 2),
      'error-at-most-queries': decimals(error(most), 2),
      'final-query-fails': [...at(beyond), ...at(most)].every(
        ({ final_error, max_error }) => final_error === max_error,
      ),
      'corrections-at-5000': corrections(5000).map(count).join(' to '),
      'corrections-at-most': corrections(most).map(count).join(' to '),
    };
  }),
  part([], () => {
    const { probabilities, points, threshold, rate, tolerance } = coordination.profiles.full!;
    const { shifted, settings } = holdout.profiles.full!;
    const own = settings.find(({ points }) => points === holdoutPoints)!.counts.filter((k) => k > 500);
    return {
      elements: count(2 ** probabilities.length),
      bits: countInWords(probabilities.length),
      points: count(points),
      threshold: String(threshold),
      rate: String(rate),
      'coordination-noise': String(tolerance),
      allowed: decimals(threshold + 4 * tolerance, 2),
      shifted: countInWords(shifted),
      'own-counts': own.map(count).join(' and '),
    };
  }),
];
