import { extent, group, max, mean, min } from 'd3-array';
import { between, nonNegative } from '../../src/lib/claims/attainable.js';
import { claimsOn } from '../../src/lib/claims/claims-on.js';
import { exactly, overSeeds } from '../../src/lib/claims/measurement.js';
import { isAtLeast, liesBelow } from '../../src/lib/claims/predicate.js';
import { decimals, percent } from '../../src/lib/text/number.js';
import { type GridEffect, gridEffects } from '../../src/papers/gain-control/grid-effects.js';
import { type Rows, tables } from '../../src/papers/gain-control/tables.js';

type OnlineRow = Rows['online'][number];

const claim = claimsOn(tables);

/** Stimuli at the end of a stretch over which the distance is averaged. */
const late = 500;

/**
 * The largest distance of a gain from the closed form over the last stimuli up to `end`, over that in the first row
 * after the ensemble became biased; nothing where either is missing.
 */
function remaining(sequence: readonly OnlineRow[], switched: number, end: number): number | null {
  const jump = sequence.find(({ step }) => step === switched)?.distance;
  const settled = mean(
    sequence.filter(({ step }) => step > end - late && step <= end),
    ({ distance }) => distance,
  );
  return jump === undefined || settled === undefined ? null : settled / jump;
}

/** Claims that are ours: how far the paper's would carry. */
export const checkClaims = [
  claim({
    id: 'robust-region',
    statement: 'Repulsion does not hang on one choice of weights: most networks of a wide grid show it.',
    origin: 'ours',
    source: { grade: 'text', place: 'a check of ours' },
    reported: 'not discussed in what could be read',
    figure: 'grid',
    tables: ['grid'],
    exact: 'every network of the grid is solved; none is drawn at random',
    measure({ grid }) {
      const share = ({ shows }: Pick<GridEffect, 'shows'>) => grid.filter(shows).length / grid.length;
      const effects: readonly GridEffect[] = Object.values(gridEffects);
      const shares = effects.map((effect) => `${effect.label} in ${percent(share(effect))}`);
      const { smallerShared, ...claimed } = gridEffects;
      const jointly = share({ shows: (row) => Object.values(claimed).every(({ shows }) => shows(row)) });
      const least = min(grid, ({ least_gain }) => least_gain) ?? NaN;
      return exactly(
        100 * share(gridEffects.repulsion),
        '% of the grid',
        `of ${grid.length} networks: ${shares.join(', ')}; all but ${smallerShared.label} at once in ${percent(jointly)}; least gain ${decimals(least, 3)}`,
      );
    },
    criterion: 'flanking neurons are repelled on average in at least 60 % of the grid',
    asks: isAtLeast(60),
    attainable: () => between(0, 100),
    pilot: true,
  }),
  claim({
    id: 'online-recovery',
    statement:
      'Gains that follow one stimulus at a time come near the closed form, and come back when the bias ends.',
    origin: 'ours',
    source: { grade: 'text', place: 'a check of ours, of a rule that the paper does not propose' },
    reported: 'not discussed in what could be read',
    figure: 'online',
    tables: ['online'],
    measure({ online }) {
      const [switched, end] = extent(
        online.filter(({ biased }) => biased),
        ({ step }) => step,
      );
      const last = max(online, ({ step }) => step);
      const sequences = [...group(online, ({ seed }) => seed).values()];
      const [least, largest] = extent(online, ({ best_adapter }) => best_adapter);
      const apart = (largest ?? NaN) - (least ?? NaN);
      const stretches = [
        { label: 'While biased', until: end },
        { label: 'Afterwards', until: last },
      ];
      return stretches.map(({ label, until }) => {
        const shares = sequences.map((own) =>
          switched === undefined || until === undefined ? null : remaining(own, switched, until),
        );
        const near = shares.filter((share) => share !== null && share < 0.5).length;
        return {
          label,
          measurement: overSeeds(
            shares,
            'of the distance after the switch',
            `over the last ${late} stimuli ${decimals(mean(shares) ?? NaN, 3)} of the distance in the first row after the switch remains on average; less than half in ${near} of ${shares.length} sequences; the closed forms of both ensembles are ${decimals(apart, 3)} apart at the adapter`,
          ),
        };
      });
    },
    criterion:
      'over the last 500 stimuli of the biased and of the last stretch, the largest distance of a gain from the closed form is below half of that in the first row after the switch, on average over sequences, with the interval',
    asks: liesBelow(0.5),
    attainable: () => nonNegative,
    pilot: true,
  }),
];
