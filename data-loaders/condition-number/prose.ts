import { greatest, group, groups, least, max, mean, median, sort, sum } from 'd3-array';
import { type ConditionCell, conditionsOf } from '../../src/lib/claims/claim-columns.js';
import { type DecidedClaim, meanOf, proseOn, where } from '../../src/lib/claims/prose.js';
import type { Verdict } from '../../src/lib/claims/verdict.js';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import { listed } from '../../src/lib/text/list.js';
import { count, countInWords, decimals, percent } from '../../src/lib/text/number.js';
import {
  type Arm,
  armGroups,
  type StudyId,
  studyIds,
  tables,
} from '../../src/papers/condition-number/tables.js';
import { definition, weightsOf } from './forgetting.js';

type Rows = RowsOf<typeof tables>;

const part = proseOn(tables);

const parameters = definition.profiles.full!;
const { budget, studies } = parameters;
const [base] = studies;

/** A condition of a claim, by its label. @throws {RangeError} where there is none */
function conditionOf(claim: DecidedClaim, id: string, label: string): ConditionCell {
  const found = conditionsOf(claim(id)).find((condition) => condition.label === label);
  if (!found) throw new RangeError(`the claim "${id}" has no condition "${label}"`);
  return found;
}

/** An end of a condition's interval. @throws {RangeError} where nothing was measured */
function endOf(condition: ConditionCell, end: 'low' | 'high'): number {
  const found = condition[end];
  if (found === null) throw new RangeError(`there is no interval for "${condition.label}"`);
  return found;
}

/** How sure it is that the lowest κ is ahead of random tensors, by the verdict on that claim. */
const chance: Readonly<Record<Verdict, string>> = {
  reproduced: 'and by more than chance',
  'not reproduced': 'but hardly, or not in all of them',
  inconclusive: 'but the networks differ so much that this may be chance',
  'not tested': 'which was not tested',
};

/** What the arms of a study forget, network by network, in nats. */
function forgettingIn(matched: Rows['matched'], study: StudyId) {
  const byArm = group(
    where(matched, (row) => row.study === study),
    ({ arm }) => arm,
  );
  const rows = (arm: Arm) => byArm.get(arm) ?? [];
  const forget = (arm: Arm) => new Map(rows(arm).map((row) => [row.seed, row.forget]));
  return {
    networks: rows('low').length,
    mean: (arm: Arm) => meanOf(rows(arm), (row) => row.forget),
    test: (arm: Arm) => meanOf(rows(arm), (row) => row.b_test),
    /** In how many networks the first arm forgets less than the second. */
    wins(less: Arm, more: Arm): number {
      const other = forget(more);
      return [...forget(less)].filter(([seed, value]) => value !== null && value < (other.get(seed) ?? 0))
        .length;
    },
  };
}

export const prose = [
  part([], (_, claim) => {
    const reproduced = (id: string) => claim(id).verdict === 'reproduced';
    const kappa = (study: StudyId, type: 'A' | 'B') =>
      conditionOf(claim, 'kappa-is-the-cause', `${study}, type ${type}`);
    const rise = (study: StudyId, type: 'A' | 'B') =>
      conditionOf(claim, 'training-raises-kappa', `${study}, type ${type}`).value!;
    const narrow = ['base', 'longer'] as const;
    // A network that never learns as much by one of the arms leaves a study without an interval.
    const measured = studyIds.filter((study) => kappa(study, 'A').low !== null);
    const edge = measured.filter((study) => endOf(kappa(study, 'A'), 'low') > 0);
    return {
      'less-than-everything': reproduced('less-than-full-tuning'),
      'less-than-half-of-lora': reproduced('less-than-adapters'),
      'random-or-chance': chance[claim('less-than-random').verdict],
      'b-is-the-reverse': studyIds.every((study) => endOf(kappa(study, 'B'), 'high') < 0),
      'a-hangs-on-the-network':
        measured.some((study) => kappa(study, 'A').value! > 0) &&
        measured.some((study) => kappa(study, 'A').value! < 0),
      'a-edge': edge.length === 0 ? 'no study' : listed(edge.map((study) => `“${study}”`)),
      'a-open-in-longer': !measured.includes('longer') && measured.length === studyIds.length - 1,
      'not-the-cause': claim('kappa-is-the-cause').verdict === 'not reproduced',
      'linear-units-hold': [
        'isotropy-maximises-entropy',
        'kappa-scale-invariant',
        'nonlinearity-bound',
      ].every(reproduced),
      'kappa-does-not-order': reproduced('kappa-not-a-total-order'),
      'training-moves-b-not-a': narrow.every(
        (study) => rise(study, 'B') > 1.2 && Math.abs(rise(study, 'A') - 1) < 0.1,
      ),
      'training-does-not-always-raise': claim('training-raises-kappa').verdict === 'not reproduced',
      'narrow-a-falls-or-stays': narrow.every((study) => rise(study, 'A') < 1.02),
      'wider-both-rise': rise('wider', 'A') > 1.05 && rise('wider', 'B') > 1.05,
      'narrow-rise-of-a': narrow.map((study) => decimals(rise(study, 'A'), 2)).join(' and '),
      'wider-rise-of-a': decimals(rise('wider', 'A'), 2),
    };
  }),
  part(['matched'], ({ matched }) => {
    const found = studyIds.map((study) => forgettingIn(matched, study));
    const [first, longer, wider] = found;
    const ahead = (more: Arm) => found.filter((study) => study.mean('low') < study.mean(more)).length;
    const gain = (less: Arm, more: Arm) =>
      sum(found, (study) => study.mean(more) - study.mean(less)) / found.length;
    const ofLowAndHigh = (study: (typeof found)[number]) =>
      (['low', 'high'] as const).map((arm) => decimals(study.mean(arm), 3)).join(' and ');
    const wins = (less: Arm, more: Arm) => sum(found, (study) => study.wins(less, more));
    const { main } = armGroups;
    return {
      'ahead-of-random': ahead('rand') === found.length ? 'all' : countInWords(ahead('rand')),
      'ahead-of-highest': ahead('high') === 0 ? 'none' : countInWords(ahead('high')),
      'studies-of-all': countInWords(found.length),
      'lead-over-highest': decimals(
        max(found, (study) => Math.abs(study.mean('high') - study.mean('low')))!,
        3,
      ),
      'few-rather-than-round': gain('rand', 'all') > gain('low', 'rand'),
      'gain-of-few': percent(gain('rand', 'all') / gain('low', 'all')),
      'base-networks': countInWords(first.networks),
      'below-lora': countInWords(first.wins('low', 'lora2')),
      'below-all': countInWords(first.wins('low', 'all')),
      'below-random': countInWords(first.wins('low', 'rand')),
      'below-highest': countInWords(first.wins('low', 'high')),
      'low-and-high-longer': ofLowAndHigh(longer),
      'low-and-high-wider': ofLowAndHigh(wider),
      'b-low-forgets-more': count(wins('b-high', 'b-low')),
      'a-low-forgets-less': count(wins('a-low', 'a-high')),
      'all-networks': count(sum(found, ({ networks }) => networks)),
      'low-tests-worst': found.every(({ test }) => greatest(main, test) === 'low'),
      'lora-tests-best': found.every(({ test }) => least(main, test) === 'lora2'),
      'lora-forgets-most': found.every((study) => greatest(main, (arm) => study.mean(arm)) === 'lora2'),
    };
  }),
  part(['curves'], ({ curves }) => {
    const numbers = (study: StudyId, arm: Arm) =>
      where(curves, (row) => row.study === study && row.arm === arm)[0].trainable;
    return {
      'lora-tunes-fewest': studyIds.every((study) =>
        armGroups.main.every((arm) => arm === 'lora2' || numbers(study, 'lora2') < numbers(study, arm)),
      ),
    };
  }),
  part(['tensors', 'matrices'], ({ tensors, matrices }) => {
    const trained = where(tensors, ({ phase }) => phase === 'trained');
    const low = where(trained, ({ selected }) => selected);
    const high = groups(trained, ({ study, seed }) => `${study} ${seed}`).flatMap(([, own]) =>
      sort(own, ({ kappa }) => -(kappa ?? Infinity)).slice(0, budget),
    );
    const drawn = where(matrices, ({ rows, columns }) => rows === base.width && columns === base.hidden);
    const above = (type: 'A' | 'B') => {
      const typical = median(
        where(trained, (row) => row.study === 'base' && row.type === type),
        ({ kappa }) => kappa ?? Infinity,
      )!;
      return percent(meanOf(drawn, ({ kappa }) => Number((kappa ?? Infinity) > typical)));
    };
    return {
      'low-of-a': percent(mean(low, ({ type }) => Number(type === 'A'))!),
      'high-of-b': percent(mean(high, ({ type }) => Number(type === 'B'))!),
      'square-looks-specialised':
        median(
          where(matrices, ({ rows, columns }) => rows === columns),
          ({ kappa }) => kappa ?? Infinity,
        )! >
        max(
          where(trained, (row) => row.study === 'base'),
          ({ kappa }) => kappa ?? Infinity,
        )!,
      'untrained-above-a': above('A'),
      'untrained-above-b': above('B'),
    };
  }),
  part([], () => {
    const { seeds, symbols, context, tuningRate, loraRate } = parameters;
    const wider = studies.find(({ name }) => name === 'wider')!;
    return {
      weights: studies
        .filter(({ name }) => name !== 'longer')
        .map((study) => count(weightsOf(study, symbols, context)))
        .join(' or '),
      budget: countInWords(budget),
      tensors: countInWords(2 * base.blocks),
      blocks: countInWords(base.blocks),
      symbols: count(symbols),
      context: countInWords(context),
      'lora-rate': String(loraRate),
      'tuning-rate': String(tuningRate),
      networks: countInWords(seeds),
      'added-studies': countInWords(studies.length - 1),
      width: count(wider.width),
      'base-width': count(base.width),
      'base-target': percent(base.target),
    };
  }),
];
