import type { ColumnTable } from 'arquero';
import type { Claim, Measurement } from '../../src/lib/experiment/claim.js';
import { distinct, exactly, mean } from '../../src/lib/experiment/measuring.js';
import { equals, liesAbove } from '../../src/lib/experiment/predicate.js';
import { meanInterval } from '../../src/lib/statistics/interval.js';
import { holds, neededShare, type PairedForgetting, pairedForgetting, told } from './paired.js';
import { ofStudy, short, type TensorRow } from './rows-of.js';

const decisive = 'base';

/** The arms that the smallest condition numbers are compared with. */
const rivals = ['rand', 'all', 'lora2'];

const againstRivals = (matched: ColumnTable, study: string) =>
  rivals.map((rival) => pairedForgetting(matched, study, 'low', rival));

/** Studies other than the one that decides. */
const otherStudies = (matched: ColumnTable) =>
  distinct(matched.array('study') as string[]).filter((study) => study !== decisive);

const percent = `${100 * neededShare} %`;

function failing(comparisons: readonly PairedForgetting[], detail: string): Measurement {
  const failed = comparisons.filter((comparison) => !holds(comparison)).length;
  return exactly(failed, `of ${comparisons.length} comparisons fail`, detail, comparisons[0].seeds);
}

/** Mean κ of a type of tensor after training over that before, seed by seed. */
function rises(tensors: ColumnTable, type: string): number[] {
  const rows = ofStudy<TensorRow>(tensors, decisive).filter((row) => row.type === type);
  return distinct(rows.map(({ seed }) => seed)).map((seed) => {
    const of = (phase: string) =>
      mean(
        rows.filter((row) => row.seed === seed && row.phase === phase).map(({ kappa }) => kappa ?? Infinity),
      );
    return of('trained') / of('init');
  });
}

export const forgettingClaims: readonly Claim[] = [
  {
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
      const comparisons = againstRivals(matched, decisive);
      return failing(comparisons, `forgetting in nats: ${comparisons.map(told).join('; ')}`);
    },
    criterion: `in the study “${decisive}” the mean is lower and so is forgetting in at least ${percent} of the seeds, against each of the three`,
    judge: equals(0),
  },
  {
    id: 'low-kappa-elsewhere',
    statement: 'The same holds with longer training and another stopping rule, and in a wider network.',
    kind: 'qualitative',
    reported: { value: 'at every scale tried', where: 'implied: models of 1 to 16 billion weights' },
    figure: 'matched',
    tables: ['matched'],
    measure({ matched }) {
      const studies = otherStudies(matched);
      if (studies.length === 0)
        return {
          value: null,
          low: null,
          high: null,
          unit: 'comparisons fail',
          seeds: 0,
          detail: 'the quick run has the study “base” alone',
        };
      const comparisons = studies.map((study) => againstRivals(matched, study));
      const detail = studies.map((study, i) => `${study}: ${comparisons[i].map(told).join('; ')}`).join('. ');
      return failing(comparisons.flat(), detail);
    },
    criterion: `as above, in both other studies of the full run`,
    judge: equals(0),
  },
  {
    id: 'kappa-is-the-cause',
    statement:
      '… and it forgets less because the condition number is low: the tensors of largest condition number, as few, forget more, also among tensors of one type.',
    kind: 'qualitative',
    reported: { value: 'low κ is what spares knowledge', where: 'argument of the paper' },
    figure: 'matched',
    tables: ['matched'],
    measure({ matched }) {
      const overall = pairedForgetting(matched, decisive, 'low', 'high');
      const [a, b] = ['a', 'b'].map((type) =>
        pairedForgetting(matched, decisive, `${type}-low`, `${type}-high`),
      );
      const others = otherStudies(matched).map(
        (study) =>
          `${study}: ${['', 'a-', 'b-'].map((type) => told(pairedForgetting(matched, study, `${type}low`, `${type}high`))).join('; ')}`,
      );
      const failed = [holds(overall), b.meanLess < b.meanMore].filter((held) => !held).length;
      const detail = [`forgetting in nats: ${[overall, a, b].map(told).join('; ')}`, ...others].join('. ');
      return exactly(failed, 'of 2 conditions fail', detail, overall.seeds);
    },
    criterion: `in the study “${decisive}” low forgets less than high on the mean and in at least ${percent} of the seeds, and b-low less than b-high on the mean`,
    judge: equals(0),
  },
  {
    id: 'training-raises-kappa',
    statement: 'Training makes matrices less round: it raises their condition numbers.',
    kind: 'qualitative',
    reported: { value: 'learnt tensors have specialised', where: 'intuition of the paper' },
    figure: 'tensors',
    tables: ['tensors'],
    measure({ tensors }) {
      const types = ['A', 'B'].map((type) => ({ type, ratios: rises(tensors, type) }));
      const intervals = types.map(({ ratios }) => meanInterval(ratios));
      const weakest = intervals[0].low! <= intervals[1].low! ? 0 : 1;
      const detail = types
        .map(
          ({ type, ratios }, i) =>
            `${type}: × ${short(intervals[i].value!)} (rises in ${ratios.filter((ratio) => ratio > 1).length} of ${ratios.length} seeds)`,
        )
        .join('; ');
      return {
        ...intervals[weakest],
        unit: `mean κ after ÷ before training, type ${types[weakest].type}`,
        seeds: types[weakest].ratios.length,
        detail: `mean κ after over before, by type of tensor: ${detail}`,
      };
    },
    criterion:
      'for both types of tensor the 95 % interval over seeds of the ratio lies above 1; the weaker type is shown',
    judge: liesAbove(1),
  },
];
