import { groups, max, mean, min, sort } from 'd3-array';
import { claimsOn } from '../../src/lib/experiment/claims-on.js';
import { failures } from '../../src/lib/experiment/measurement.js';
import { equals } from '../../src/lib/experiment/predicate.js';
import { decimals } from '../../src/lib/text/number.js';
import { fastFall } from '../../src/papers/lossy-compression-ib/fast-fall.js';
import { type PlaneRow, tables } from '../../src/papers/lossy-compression-ib/tables.js';

const claim = claimsOn(tables);

const short = (value: number) => decimals(value, 2);
const list = (values: readonly number[]) => values.map(short).join(', ');

/**
 * The last layer's path in each seed of the paper's own setting: its noise, and the image squeezed by the autoencoder.
 * None where an estimate is missing: what is left of a path would say nothing of its phases.
 */
function lastLayer(plane: readonly PlaneRow[]) {
  const rows = plane.filter(
    ({ sigma, compression, layer }) => sigma === 1e-3 && compression === 'autoencoder' && layer === 'L5',
  );
  const points = rows.flatMap(({ seed, step, loss_eval: loss, i_xl, i_ly }) =>
    i_xl === null || i_ly === null ? [] : [{ seed, step, loss, i_xl, i_ly }],
  );
  if (points.length < rows.length) return [];
  return groups(
    sort(points, ({ step }) => step),
    ({ seed }) => seed,
  ).map(([seed, path]) => ({ seed, path }));
}

export const labelInformationClaim = claim({
  id: 'label-information-grows',
  statement: 'What the last layer knows of the label grows in training, up to at most the label’s entropy.',
  kind: 'qualitative',
  reported: { value: 'fitting', where: 'Figure 5', recalled: true },
  figure: 'planes',
  tables: ['plane'],
  measure({ plane }) {
    const paths = lastLayer(plane);
    return failures(
      paths.map(({ seed, path }) => {
        const gain = path[path.length - 1].i_ly - path[0].i_ly;
        const most = max(path, ({ i_ly }) => i_ly)!;
        return {
          holds: gain >= 0.7 && most <= Math.log(10) + 0.1,
          detail: `seed ${seed}: + ${short(gain)} nats, never above ${short(most)}, where log 10 is ${short(Math.log(10))}`,
        };
      }),
      paths.length,
    );
  },
  criterion: 'I(L5; Y) grows by at least 0.7 nat in every seed and never exceeds log 10 by more than 0.1 nat',
  judge: equals(0),
});

export const severalPhasesClaim = claim({
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
    const seeds = lastLayer(plane).map(({ path }) => {
      const { from, to } = fastFall(path);
      const within = path.filter(({ step }) => step > from && step <= to);
      const least = min(within, ({ i_xl }) => i_xl) ?? Infinity;
      const highest = (points: typeof path) => max(points, ({ i_xl }) => i_xl) ?? -Infinity;
      return {
        dip: highest(path.filter(({ step }) => step <= from)) - least,
        rise: highest(path.filter(({ step }) => step >= to)) - least,
      };
    });
    if (seeds.length === 0) return failures([]);
    const [dips, rises] = [seeds.map(({ dip }) => dip), seeds.map(({ rise }) => rise)];
    return failures(
      [
        {
          holds: mean(dips)! >= 0.2,
          detail: `I(X; L5) falls by ${short(mean(dips)!)} nat within the fast fall of the loss (by seed ${list(dips)})`,
        },
        {
          holds: mean(rises)! >= 0.3,
          detail: `it rises by ${short(mean(rises)!)} after its lowest point there (${list(rises)})`,
        },
      ],
      seeds.length,
    );
  },
  criterion:
    'between the first checkpoints at 0.95 and at 0.3 of the initial loss, I(X; L5) falls at least 0.2 nat below what it was before, and from its lowest point there it rises by at least 0.3 nat, both on average over seeds',
  judge: equals(0),
});
