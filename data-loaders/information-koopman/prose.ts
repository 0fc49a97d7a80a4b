import { extent, greatest, least, sum } from 'd3-array';
import { type ConditionCell, conditionsOf } from '../../src/lib/claims/claim-columns.js';
import { meanOf, proseOn, where } from '../../src/lib/claims/prose.js';
import { listed } from '../../src/lib/text/list.js';
import { count, countInWords, decimals, percent, significant } from '../../src/lib/text/number.js';
import { cylinderDefaults } from '../../src/papers/information-koopman/dynamics/cylinder-flow.js';
import { lorenz63Exponent } from '../../src/papers/information-koopman/dynamics/lorenz63.js';
import { intervalOf } from '../../src/papers/information-koopman/system-data.js';
import {
  type SystemId,
  systemLabels,
  tables,
  type TrainedVariant,
} from '../../src/papers/information-koopman/tables.js';
import { definition as coarse } from './coarse.js';
import { definition } from './systems.js';

const part = proseOn(tables);

const { flow, hidden, latent, steps, systems, variants } = definition.profiles.full!;
const ofCoarse = coarse.profiles.full!;
const coarseInterval = intervalOf('lorenz63-coarse');
const whole = variants.find(({ id }) => id === 'ours')!;

/** The systems but the street. */
const others = systems.filter((system) => system !== 'vortex');

/** What a sentence calls a system. */
const called: Readonly<Record<SystemId, string>> = {
  vortex: 'the street',
  pendulum: 'the pendulum',
  lorenz63: 'Lorenz’s system',
  'van-der-pol': 'Van der Pol’s',
  duffing: 'Duffing’s',
};
const named = (of: readonly SystemId[]) => listed(of.map((system) => called[system]));

const ofStreet = (condition: ConditionCell) => condition.label === systemLabels.vortex;

/** The mean over seeds of what a variant has on a system. */
function averages<R extends { readonly system: SystemId; readonly variant: TrainedVariant | 'dmd' }>(
  rows: readonly R[],
  value: (row: R) => number,
): (system: SystemId, variant: TrainedVariant | 'dmd') => number {
  return (system, variant) =>
    meanOf(
      where(rows, (row) => row.system === system && row.variant === variant),
      value,
    );
}

/** The least and the greatest of some numbers: `9 to 12`. */
const between = (values: readonly number[], text: (value: number) => string) =>
  (extent(values) as [number, number]).map(text).join(' to ');

export const prose = [
  part([], (_, claim) => {
    const circle = conditionsOf(claim('unit-circle'));
    const coherence = conditionsOf(claim('mi-alone-collapses'));
    const away = coherence.filter((condition) => !ofStreet(condition));
    const wider = away.filter(({ low }) => low! > 0);
    const street = conditionsOf(claim('better-forecasts-street'));
    const elsewhere = [
      ...conditionsOf(claim('better-forecasts-lorenz')),
      ...conditionsOf(claim('better-forecasts-elsewhere')),
    ];
    const soon = elsewhere.filter((condition) => /\b5 steps$/.test(condition.label));
    const open = circle.filter(({ verdict }) => verdict === 'inconclusive');
    return {
      'entropy-holds-open': claim('entropy-keeps-modes').verdict === 'reproduced',
      'fewer-die':
        circle.filter(({ verdict }) => verdict === 'reproduced').length === circle.length - open.length,
      'one-left-open': open.length === 1 && circle.length === 5,
      'coherence-narrows-nothing': coherence.every(({ high, value }) => high! > 0 && value! > -0.1),
      'coherence-widens': wider.length > away.length / 2,
      'systems-that-coherence-widens': named(
        others.filter((system) => wider.some(({ label }) => label === systemLabels[system])),
      ),
      'coherence-idle-on-street': coherence.filter(ofStreet).every(({ value }) => Math.abs(value!) < 0.1),
      'worse-on-street': street.every(({ value }) => value! > 1) && street[0].low! > 1,
      'better-a-few-steps-ahead': soon.length === others.length && soon.every(({ high }) => high! < 1),
      'worse-on-street-alone':
        street.filter(({ low }) => low! > 1).length >= 2 && elsewhere.every(({ low }) => low! < 1),
      'sign-collapses': claim('released-sign-collapses').verdict === 'reproduced',
    };
  }),
  part(['members'], ({ members }) => {
    const of = (value: (row: (typeof members)[number]) => number) => averages(members, value);
    const [variance, residual] = [of((row) => row.variance), of((row) => row.residual)];
    const dead = of(({ collapsed }) => collapsed);
    const dimension = of(({ d_eff }) => d_eff);
    const eachDead = (variant: TrainedVariant) =>
      between(
        systems.map((system) => dead(system, variant)),
        count,
      );
    return {
      'latents-shrink': systems.every((system) => variance(system, 'ours') < variance(system, 'kae')),
      'obey-less': systems.every((system) => residual(system, 'ours') > residual(system, 'kae')),
      'dead-plain': eachDead('kae'),
      'dead-whole': eachDead('ours'),
      'entropy-directions': decimals(dimension('vortex', 'vne'), 1),
      'plain-directions': decimals(dimension('vortex', 'kae'), 1),
      'turned-dimension': between(
        systems.map((system) => dimension(system, 'flipped')),
        (value) => decimals(value, 1),
      ),
    };
  }),
  part(['rollout'], ({ rollout }) => {
    const errors = (h: number) =>
      averages(
        rollout.filter((row) => row.h === h),
        ({ nrmse }) => nrmse,
      );
    const [at1, at5, at20, at50] = [1, 5, 20, 50].map(errors);
    const skilled = others.filter((system) =>
      [at20, at50].every((error) => Math.min(error(system, 'ours'), error(system, 'kae')) <= 0.5),
    );
    const ahead = others.filter((system) =>
      [at5, at20, at50].every((error) => error(system, 'kae-identity') < error(system, 'ours')),
    );
    const later = others.filter((system) => at50(system, 'kae-identity') < at50(system, 'ours-identity'));
    const trained = variants.map(({ id }) => id);
    const onStreet = (variant: TrainedVariant) => at20('vortex', variant) / at20('vortex', 'kae');
    return {
      'entropy-errs': decimals(onStreet('vne'), 1),
      'coherence-errs': decimals(onStreet('mi'), 1),
      'little-skill-but-one': skilled.length === 1,
      'identity-catches-up': others.every(
        (system) => at5(system, 'kae-identity') < 1.1 * at5(system, 'ours'),
      ),
      'identity-ahead': named(ahead),
      'identity-as-good': others.every((system) => {
        const ratio = at5(system, 'kae-identity') / at5(system, 'ours-identity');
        return ratio > 0.75 && ratio < 1.25;
      }),
      'identity-better-later': named(later),
      'street-forecast-well': at20('vortex', 'kae') < 0.2,
      'linear-best-at-first': trained.every((variant) => at1('vortex', 'dmd') < at1('vortex', variant)),
      'linear-before-whole': at5('vortex', 'dmd') < at5('vortex', 'ours'),
    };
  }),
  part(['coarse_rollout'], ({ coarse_rollout }) => {
    const error = (variant: 'kae' | 'ours', h: number) =>
      meanOf(
        where(coarse_rollout, (row) => row.variant === variant && row.h === h),
        ({ nrmse }) => nrmse,
      );
    const both = (h: number) => [error('kae', h), error('ours', h)];
    return {
      'coarse-starts-well': Math.max(...both(1)) < 0.1,
      'coarse-plain-5': decimals(error('kae', 5), 2),
      'coarse-whole-5': decimals(error('ours', 5), 2),
      'coarse-plain-50': decimals(error('kae', 50), 2),
      'coarse-whole-50': decimals(error('ours', 50), 2),
      'coarse-without-skill': Math.min(...both(5), ...both(20), ...both(50)) > 0.5,
    };
  }),
  part(['training'], ({ training }) => {
    const contrast = (step: number) =>
      averages(
        training.filter((row) => row.step === step),
        (row) => row.contrast,
      );
    const { step: last } = greatest(training, ({ step }) => step)!;
    const [first, final] = [contrast(least(training, ({ step }) => step)!.step), contrast(last)];
    return {
      'contrast-near-zero': first('vortex', 'mi') < 0.02,
      'contrast-falls': others.every(
        (system) => final(system, 'mi') < Math.min(first(system, 'mi'), final(system, 'kae')),
      ),
    };
  }),
  part(['film_modes'], ({ film_modes }) => ({
    'energy-of-modes': percent(
      sum(film_modes, ({ mode, energy }) => (mode > 0 ? energy : 0)),
      1,
    ),
  })),
  part([], () => ({
    'other-systems': countInWords(others.length),
    cells: `${cylinderDefaults.nx} × ${cylinderDefaults.ny}`,
    modes: countInWords(flow.modes),
    'hidden-layers': `${countInWords(hidden.length)} hidden layers of ${hidden[0]}`,
    features: count(latent),
    'quick-steps': count(definition.profiles.quick.steps),
    steps: count(steps),
    'coarse-interval': significant(coarseInterval),
    'coarse-hidden': ofCoarse.hidden.join(' and '),
    'coarse-features': count(ofCoarse.latent),
    'coarse-steps': count(ofCoarse.steps),
    'coarse-growth': significant(Math.exp(lorenz63Exponent * ofCoarse.horizon * coarseInterval), 1),
    alpha: significant(whole.alpha),
    gamma: significant(whole.gamma),
  })),
];
