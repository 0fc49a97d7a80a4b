import { group, least, mean } from 'd3-array';
import { claimsOn } from '../../src/lib/experiment/claims-on.js';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import { exactly, failures, overSeeds } from '../../src/lib/experiment/measurement.js';
import { equals, liesAbove } from '../../src/lib/experiment/predicate.js';
import { decimals } from '../../src/lib/text/number.js';
import {
  type Arm,
  type StudyId,
  studyIds,
  tables,
  tensorTypes,
} from '../../src/papers/condition-number/tables.js';
import {
  againstRivals,
  neededShare,
  type PairedForgetting,
  pairedForgetting,
  seedsOf,
} from './paired-forgetting.js';

type TensorRow = RowsOf<typeof tables>['tensors'][number];

const [decisive, ...others] = studyIds;

const needed = `${100 * neededShare} %`;

/** The arm of low κ and that of high κ: among all tensors, among those of type A, among those of type B. */
const pairsByKappa: readonly (readonly [less: Arm, more: Arm])[] = [
  ['low', 'high'],
  ['a-low', 'a-high'],
  ['b-low', 'b-high'],
];

const quoted = (study: StudyId) => `“${study}”`;

const told = ({ detail }: PairedForgetting) => detail;

const claim = claimsOn(tables);

/** Mean κ of a type of tensor after training over that before, seed by seed. */
function rises(tensors: readonly TensorRow[], type: TensorRow['type']): number[] {
  const rows = tensors.filter((row) => row.study === decisive && row.type === type);
  return Array.from(
    group(rows, ({ seed }) => seed),
    ([, own]) => {
      const of = (phase: TensorRow['phase']) =>
        mean(
          own.filter((row) => row.phase === phase),
          ({ kappa }) => kappa ?? Infinity,
        )!;
      return of('trained') / of('init');
    },
  );
}

export const forgettingClaims = [
  claim({
    id: 'low-kappa-forgets-less',
    statement:
      'Tuning the tensors of smallest condition number forgets less than tuning random ones, all of them, or low-rank adapters, once each has learnt equally much of the new task.',
    kind: 'qualitative',
    reported: {
      value: 'much less forgetting than LoRA',
      where: 'language-model studies, by way of the notes',
    },
    figure: 'matched',
    tables: ['matched'],
    measure({ matched }) {
      return failures(againstRivals(matched, decisive), seedsOf(matched, decisive));
    },
    criterion: `in the study “${decisive}” the mean is lower and so is forgetting in at least ${needed} of the seeds, against each of the three`,
    judge: equals(0),
  }),
  claim({
    id: 'low-kappa-elsewhere',
    statement: 'The same holds with longer training and another stopping rule, and in a wider network.',
    kind: 'qualitative',
    reported: { value: 'at every scale tried', where: 'implied: models of 1 to 16 billion weights' },
    figure: 'matched',
    tables: ['matched'],
    measure({ matched }) {
      const absent = others.filter((study) => seedsOf(matched, study) === 0);
      if (absent.length > 0)
        return exactly(
          null,
          'conditions fail',
          `no runs of ${absent.map(quoted).join(' and ')}: the quick run has ${quoted(decisive)} alone`,
          0,
        );
      const conditions = others.flatMap((study) =>
        againstRivals(matched, study).map(({ holds, detail }) => ({ holds, detail: `${study}: ${detail}` })),
      );
      return failures(conditions, seedsOf(matched, others[0]));
    },
    criterion: `as above, in both other studies of the full run`,
    judge: equals(0),
  }),
  claim({
    id: 'kappa-is-the-cause',
    statement:
      '… and it forgets less because the condition number is low: the tensors of largest condition number, as few, forget more, also among tensors of one type.',
    kind: 'qualitative',
    reported: { value: 'low κ is what spares knowledge', where: 'argument of the paper' },
    figure: 'matched',
    tables: ['matched'],
    measure({ matched }) {
      const ordersIn = (study: StudyId) =>
        pairsByKappa.map(([less, more]) => pairedForgetting(matched, study, less, more));
      const [overall, amongA, amongB] = ordersIn(decisive);
      const found = failures([overall, { ...amongB, holds: amongB.lessOnMean }], seedsOf(matched, decisive));
      const elsewhere = others
        .filter((study) => seedsOf(matched, study) > 0)
        .map((study) => `${study}: ${ordersIn(study).map(told).join('; ')}`);
      return { ...found, detail: [`${found.detail}; ${told(amongA)}`, ...elsewhere].join('. ') };
    },
    criterion: `in the study “${decisive}” low forgets less than high on the mean and in at least ${needed} of the seeds, and b-low less than b-high on the mean`,
    judge: equals(0),
  }),
  claim({
    id: 'training-raises-kappa',
    statement: 'Training makes matrices less round: it raises their condition numbers.',
    kind: 'qualitative',
    reported: { value: 'learnt tensors have specialised', where: 'intuition of the paper' },
    figure: 'tensors',
    tables: ['tensors'],
    measure({ tensors }) {
      const types = tensorTypes.map((type) => {
        const ratios = rises(tensors, type);
        const rising = ratios.filter((ratio) => ratio > 1).length;
        return overSeeds(
          ratios,
          `mean κ after ÷ before training, type ${type}`,
          `type ${type}: × ${decimals(mean(ratios) ?? NaN, 3)} (rises in ${rising} of ${ratios.length} seeds)`,
        );
      });
      // The interval that reaches lowest, not the lowest mean, is what the claim stands or falls with.
      const weakest = least(types, ({ low }) => low ?? -Infinity)!;
      return {
        ...weakest,
        detail: `mean κ after over before training: ${types.map(({ detail }) => detail).join('; ')}`,
      };
    },
    criterion:
      'for both types of tensor the 95 % interval over seeds of the ratio lies above 1; the weaker type is shown',
    judge: liesAbove(1),
  }),
];
