import { extent, group, max, mean, min } from 'd3-array';
import { claimsOn } from '../../src/lib/experiment/claims-on.js';
import { exactly } from '../../src/lib/experiment/measurement.js';
import { equals, isAtLeast } from '../../src/lib/experiment/predicate.js';
import { meanInterval } from '../../src/lib/statistics/interval.js';
import { decimals, percent } from '../../src/lib/text/number.js';
import { type GridEffect, gridEffects } from '../../src/papers/gain-control/grid-effects.js';
import { tables } from '../../src/papers/gain-control/tables.js';

const claim = claimsOn(tables);

/** Claims that are ours: how far the paper's would carry. */
export const checkClaims = [
  claim({
    id: 'robust-region',
    statement: 'Repulsion does not hang on one choice of weights: most networks of a wide grid show it.',
    kind: 'quantitative',
    reported: { value: 'not discussed', where: 'a check of ours' },
    figure: 'grid',
    tables: ['grid'],
    measure({ grid }) {
      const share = ({ shows }: GridEffect) => grid.filter(shows).length / grid.length;
      const shares = Object.values(gridEffects).map(
        (effect) => `${effect.label} in ${percent(share(effect))}`,
      );
      const least = min(grid, ({ least_gain }) => least_gain)!;
      const detail = `of ${grid.length} networks: ${shares.join(', ')}, least gain ${decimals(least, 3)}`;
      return exactly(100 * share(gridEffects.repulsion), '% of the grid', detail);
    },
    criterion: 'flanking neurons are repelled on average in at least 60 % of the grid',
    judge: isAtLeast(60),
  }),
  claim({
    id: 'online-recovery',
    statement:
      'Gains that follow one stimulus at a time reach the closed form, and come back when the bias ends.',
    kind: 'quantitative',
    reported: { value: 'not discussed', where: 'a check of ours' },
    figure: 'online',
    tables: ['online'],
    measure({ online }) {
      const [from, to] = extent(
        online.filter(({ biased }) => biased),
        ({ step }) => step,
      ) as [number, number];
      const last = max(online, ({ step }) => step)!;
      const late = online.filter(({ step }) => (step > to - 500 && step <= to) || step > last - 500);
      const lateOf = group(late, ({ seed }) => seed);
      const shares = Array.from(
        group(online, ({ seed }) => seed),
        ([seed, own]) => {
          const jump = own.find(({ step }) => step === from)!.distance;
          return mean(lateOf.get(seed)!, ({ distance }) => distance)! / jump;
        },
      );
      const { value, low, high } = meanInterval(shares);
      const [lowest, highest] = extent(online, ({ best_adapter }) => best_adapter) as [number, number];
      const away = shares.filter((share) => share >= 0.5).length;
      const detail = `over the last 500 stimuli of the biased stretch and of the last one, the largest distance of a gain from the closed form is ${decimals(value!, 3)} of that in the first row after the switch (95 % interval ${decimals(low!, 3)} to ${decimals(high!, 3)}; ${shares.length} sequences); it is ${decimals(
        mean(late, ({ distance }) => distance)!,
        3,
      )} on average, where the closed forms of both ensembles are ${decimals(highest - lowest, 3)} apart at the adapter`;
      return exactly(away, `of ${shares.length} sequences stay away`, detail, shares.length);
    },
    criterion:
      'in every sequence the largest distance from the closed form, averaged over the last 500 stimuli of the biased and of the last stretch, is below half of that in the first row after the switch',
    judge: equals(0),
  }),
];
