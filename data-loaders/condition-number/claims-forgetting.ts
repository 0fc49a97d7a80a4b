import { group, groups, mean } from 'd3-array';
import { between, caseOf } from '../../src/lib/claims/attainable.js';
import { claimsOn } from '../../src/lib/claims/claims-on.js';
import { type Condition, type IntervalMeasurement, overSeeds } from '../../src/lib/claims/measurement.js';
import { liesAbove } from '../../src/lib/claims/predicate.js';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import { finite } from '../../src/lib/experiment/finite.js';
import { decimals } from '../../src/lib/text/number.js';
import { type Arm, studyIds, tables, tensorTypes } from '../../src/papers/condition-number/tables.js';
import { type Comparison, sparable, sparedForgetting, studiesOf } from './paired-forgetting.js';

type Rows = RowsOf<typeof tables>;
type TensorRow = Rows['tensors'][number];

/** The smallest difference of interest, nats: about a sixth of what tuning everything forgets. */
const smallest = 0.01;

/** Arms trade places within a network: then nothing tells them apart. */
const exchangeableArms = { table: 'matched', column: 'arm', within: ['study', 'seed'] } as const;

/** The arm of low κ and that of high κ: among all tensors, and among those of one type. */
const pairsByKappa: readonly { among: string; less: Arm; more: Arm }[] = [
  { among: 'all tensors', less: 'low', more: 'high' },
  { among: 'type A', less: 'a-low', more: 'a-high' },
  { among: 'type B', less: 'b-low', more: 'b-high' },
];

const claim = claimsOn(tables);

/** The study that a condition is of. */
const studyOf = (label: string) => caseOf(label, studyIds, (id) => id);

/** A comparison in each study of the run. */
function inEachStudy(
  { matched }: Pick<Rows, 'matched'>,
  comparison: Omit<Comparison, 'study'>,
): Condition<IntervalMeasurement>[] {
  return studiesOf(matched).map((study) => ({
    label: study,
    measurement: sparedForgetting(matched, { study, ...comparison }),
  }));
}

/** Mean κ of tensors after training over that before, seed by seed. */
function rises(tensors: readonly TensorRow[]): (number | null)[] {
  return Array.from(
    group(tensors, ({ seed }) => seed),
    ([, own]) => {
      const of = (phase: TensorRow['phase']) =>
        mean(
          own.filter((row) => row.phase === phase),
          ({ kappa }) => kappa ?? Infinity,
        )!;
      return finite(of('trained') / of('init'));
    },
  );
}

export const forgettingClaims = [
  claim({
    id: 'less-than-full-tuning',
    statement:
      'In small networks on synthetic sources, tuning the three tensors of smallest condition number forgets less than tuning all twelve, once both have learnt equally much of the new task.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 7' },
    reported: 'the method effectively mitigates catastrophic forgetting (of large language models)',
    figure: 'matched',
    tables: ['matched'],
    measure: (rows) => inEachStudy(rows, { less: 'low', more: 'all' }),
    criterion: `in each study the mean difference over networks lies above 0 with its interval; below ${smallest} nats it would be of no interest`,
    asks: liesAbove(0, { effect: smallest }),
    attainable: ({ matched }, { label }) => sparable(matched, { study: studyOf(label), more: 'all' }),
    pilot: true,
    chance: exchangeableArms,
  }),
  claim({
    id: 'less-than-adapters',
    statement:
      'In small networks on synthetic sources, tuning the three tensors of smallest condition number forgets less than half of what low-rank adapters of all twelve forget, once both have learnt equally much.',
    origin: 'body',
    source: { grade: 'second-hand', place: 'notes of versions 2 and 3' },
    reported: 'much less forgetting than LoRA, on language models',
    figure: 'matched',
    tables: ['matched'],
    measure: (rows) => inEachStudy(rows, { less: 'low', more: 'lora2', share: 0.5 }),
    criterion:
      '“much less” is read as less than half: in each study, half of what the adapters forget less what is forgotten here lies above 0 with its interval over networks',
    asks: liesAbove(0),
    attainable: ({ matched }, { label }) =>
      sparable(matched, { study: studyOf(label), more: 'lora2', share: 0.5 }),
    pilot: true,
    chance: exchangeableArms,
  }),
  claim({
    id: 'less-than-random',
    statement:
      'In small networks on synthetic sources, tuning the three tensors of smallest condition number forgets less than tuning three picked at random.',
    origin: 'ours',
    source: { grade: 'text', place: 'a control of ours: it tells the choice from the number of tensors' },
    reported: 'not discussed in what could be read',
    figure: 'matched',
    tables: ['matched'],
    measure: (rows) => inEachStudy(rows, { less: 'low', more: 'rand' }),
    criterion: `in each study the mean difference over networks lies above 0 with its interval; below ${smallest} nats it would be of no interest`,
    asks: liesAbove(0, { effect: smallest }),
    attainable: ({ matched }, { label }) => sparable(matched, { study: studyOf(label), more: 'rand' }),
    pilot: true,
    chance: exchangeableArms,
  }),
  claim({
    id: 'kappa-is-the-cause',
    statement:
      '… and it forgets less because the condition number is low: as many tensors of largest condition number forget more, among all and among those of one type.',
    origin: 'body',
    source: { grade: 'second-hand', place: 'argument for the method' },
    reported: 'low κ is what spares knowledge',
    figure: 'matched',
    tables: ['matched'],
    measure({ matched }) {
      return studiesOf(matched).flatMap((study) =>
        pairsByKappa.map(({ among, less, more }) => ({
          label: `${study}, ${among}`,
          measurement: sparedForgetting(matched, { study, less, more }),
        })),
      );
    },
    criterion: `in each study, among all tensors, those of type A and those of type B, the mean difference over networks lies above 0 with its interval; below ${smallest} nats it would be of no interest`,
    asks: liesAbove(0, { effect: smallest }),
    attainable({ matched }, { label }) {
      const study = studyOf(label);
      const { more } = caseOf(label, pairsByKappa, ({ among }) => `${study}, ${among}`);
      return sparable(matched, { study, more });
    },
    pilot: true,
    chance: exchangeableArms,
  }),
  claim({
    id: 'training-raises-kappa',
    statement:
      'In small networks on synthetic sources, training raises the condition numbers of the tensors.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 2' },
    reported: 'a high condition number may be a sign that a unit has learnt',
    figure: 'tensors',
    tables: ['tensors'],
    measure({ tensors }) {
      return studiesOf(tensors).flatMap((study) =>
        tensorTypes.map((type) => {
          const ratios = rises(tensors.filter((row) => row.study === study && row.type === type));
          const rising = ratios.filter((ratio) => ratio !== null && ratio > 1).length;
          const times = decimals(mean(ratios) ?? NaN, 3);
          return {
            label: `${study}, type ${type}`,
            measurement: overSeeds(
              ratios,
              'mean κ after ÷ before training',
              `× ${times} on average; it rises in ${rising} of ${ratios.length} networks`,
            ),
          };
        }),
      );
    },
    criterion:
      'in each study and for both types of tensor the mean ratio over networks lies above 1 with its interval; a rise by less than 5 % would be of no interest',
    asks: liesAbove(1, { effect: 1.05 }),
    // No condition number is below 1.
    attainable({ tensors }, { label }) {
      const untrained = groups(
        tensors.filter(({ phase }) => phase === 'init'),
        ({ study, type }) => `${study}, type ${type}`,
      );
      const [, own] = caseOf(label, untrained, ([name]) => name);
      return between(1 / mean(own, ({ kappa }) => kappa)!, Infinity);
    },
    pilot: true,
    chance: { table: 'tensors', column: 'phase', within: ['study', 'seed', 'tensor'] },
  }),
];
