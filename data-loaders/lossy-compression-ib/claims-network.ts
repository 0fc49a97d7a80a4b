import type { ColumnTable } from 'arquero';
import type { Claim } from '../../src/lib/experiment/claim.js';
import { distinct, exactly, mean } from '../../src/lib/experiment/measuring.js';
import { equals } from '../../src/lib/experiment/predicate.js';
import { fastFall, layerPath } from './phases.js';
import { planeRows, short } from './rows-of.js';

const list = (values: readonly number[]) => values.map(short).join(', ');

/** The last layer's path in each seed, with the stretch in which the loss falls fast. */
function lastLayer(plane: ColumnTable) {
  const rows = planeRows(plane);
  return distinct(rows.map(({ seed }) => seed)).map((seed) => {
    const path = layerPath(rows, 'L5', seed);
    return { path, stretch: fastFall(path) };
  });
}

export const networkClaims: readonly Claim[] = [
  {
    id: 'label-information-grows',
    statement: 'What the last layer knows of the label grows in training, up to at most the label’s entropy.',
    kind: 'qualitative',
    reported: { value: 'fitting', where: 'Figure 5', recalled: true },
    figure: 'planes',
    tables: ['plane'],
    measure({ plane }) {
      const paths = lastLayer(plane).map(({ path }) => path.map(({ i_ly }) => i_ly));
      const gains = paths.map((path) => path[path.length - 1] - path[0]);
      const most = Math.max(...paths.flat());
      const failed = gains.filter((gain) => gain < 0.7).length + Number(most > Math.log(10) + 0.1);
      const detail = `by seed: + ${list(gains)} nats; never above ${short(most)}, where log 10 is ${short(Math.log(10))}`;
      return exactly(failed, `of ${paths.length + 1} conditions fail`, detail, paths.length);
    },
    criterion:
      'I(L5; Y) grows by at least 0.7 nat in every seed and never exceeds log 10 by more than 0.1 nat',
    judge: equals(0),
  },
  {
    id: 'several-phases',
    statement:
      'Training is not one fit and one compression: the last layer fits, compresses and fits again, and the first compression comes with the fast fall of the loss.',
    kind: 'qualitative',
    reported: {
      value: 'several fitting and compression stretches; the first compression with the fall of the loss',
      where: 'Figures 5 and 6, by way of summaries',
      recalled: true,
    },
    figure: 'time',
    tables: ['plane'],
    measure({ plane }) {
      const seeds = lastLayer(plane).map(({ path, stretch: { from, to } }) => {
        const of = (chosen: typeof path) => chosen.map(({ i_xl }) => i_xl);
        const least = Math.min(...of(path.filter(({ step }) => step > from && step <= to)));
        return {
          dip: Math.max(...of(path.filter(({ step }) => step <= from))) - least,
          rise: Math.max(...of(path.filter(({ step }) => step >= to))) - least,
        };
      });
      const [dips, rises] = [seeds.map(({ dip }) => dip), seeds.map(({ rise }) => rise)];
      const conditions = [mean(dips) >= 0.2, mean(rises) >= 0.3];
      const detail = `I(X; L5) falls by ${short(mean(dips))} nat within the fast fall of the loss (by seed ${list(dips)}) and rises by ${short(mean(rises))} after its lowest point there (${list(rises)})`;
      return exactly(conditions.filter((held) => !held).length, 'of 2 conditions fail', detail, seeds.length);
    },
    criterion:
      'between the first checkpoints at 0.95 and at 0.3 of the initial loss, I(X; L5) falls at least 0.2 nat below what it was before, and from its lowest point there it rises by at least 0.3 nat, both on average over seeds',
    judge: equals(0),
  },
];
