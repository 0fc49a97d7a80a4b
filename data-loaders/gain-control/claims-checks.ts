import type { Claim } from '../../src/lib/experiment/claim.js';
import { equals, isAtLeast } from '../../src/lib/experiment/predicate.js';
import { meanInterval } from '../../src/lib/statistics/interval.js';
import { exactly, mean } from '../../src/lib/experiment/measuring.js';
import { short } from './rows-of.js';

interface GridRow {
  readonly repulsion: number;
  readonly max_ratio_adapter: number;
  readonly max_ratio_ortho: number;
  readonly min_change_adapter: number;
  readonly correlation_frozen: number;
  readonly correlation_adaptive: number;
  readonly variation_frozen: number;
  readonly variation_adaptive: number;
  readonly shared_frozen: number;
  readonly shared_adaptive: number;
  readonly least_gain: number;
}

interface OnlineRow {
  readonly seed: number;
  readonly step: number;
  readonly biased: boolean;
  readonly distance: number;
  readonly best_adapter: number;
}

/** Claims that are ours: how far the paper's would carry. */
export const checkClaims: readonly Claim[] = [
  {
    id: 'robust-region',
    statement: 'Repulsion does not hang on one choice of weights: most networks of a wide grid show it.',
    kind: 'quantitative',
    reported: { value: 'not discussed', where: 'a check of ours' },
    figure: 'grid',
    tables: ['grid'],
    measure({ grid }) {
      const rows = grid.objects() as GridRow[];
      const share = (shows: (row: GridRow) => boolean) => (100 * rows.filter(shows).length) / rows.length;
      const percent = (name: string, shows: (row: GridRow) => boolean) =>
        `${name} in ${short(share(shows), 0)} %`;
      const repelled = (row: GridRow) => row.repulsion > 0;
      const detail = [
        percent(`of ${rows.length} networks: repulsion`, repelled),
        percent('lower maxima at the adapter', (row) => row.max_ratio_adapter < 1),
        percent('higher ones orthogonal to it', (row) => row.max_ratio_ortho > 1),
        percent('lower minima at the adapter', (row) => row.min_change_adapter < 0),
        percent('lower correlations', (row) => row.correlation_adaptive < row.correlation_frozen),
        percent('evener mean responses', (row) => row.variation_adaptive < row.variation_frozen),
        percent('a smaller shared covariance', (row) => row.shared_adaptive < row.shared_frozen),
        `least gain ${short(Math.min(...rows.map((row) => row.least_gain)))}`,
      ].join(', ');
      return exactly(share(repelled), '% of the grid', detail);
    },
    criterion: 'flanking neurons are repelled on average in at least 60 % of the grid',
    judge: isAtLeast(60),
  },
  {
    id: 'online-recovery',
    statement:
      'Gains that follow one stimulus at a time reach the closed form, and come back when the bias ends.',
    kind: 'quantitative',
    reported: { value: 'not discussed', where: 'a check of ours' },
    figure: 'online',
    tables: ['online'],
    measure({ online }) {
      const rows = online.objects() as OnlineRow[];
      const seeds = [...new Set(rows.map(({ seed }) => seed))];
      const steps = (biased: boolean) => rows.filter((row) => row.biased === biased).map(({ step }) => step);
      const [from, to] = [Math.min(...steps(true)), Math.max(...steps(true))];
      const last = Math.max(...steps(false));
      const late = (row: OnlineRow) => (row.step > to - 500 && row.step <= to) || row.step > last - 500;
      const shares = seeds.map((seed) => {
        const own = rows.filter((row) => row.seed === seed);
        const jump = own.find(({ step }) => step === from)!.distance;
        return mean(own.filter(late).map(({ distance }) => distance)) / jump;
      });
      const { value, low, high } = meanInterval(shares);
      const best = rows.map((row) => row.best_adapter);
      const gap = Math.max(...best) - Math.min(...best);
      const kept = shares.filter((share) => share >= 0.5).length;
      const detail = `over the last 500 stimuli of the biased stretch and of the last one, the largest distance of a gain from the closed form is ${short(value!)} of that in the first row after the switch (95 % interval ${short(low!)} to ${short(high!)}; ${seeds.length} sequences); it is ${short(mean(rows.filter(late).map(({ distance }) => distance)))} on average, where the closed forms of both ensembles are ${short(gap)} apart at the adapter`;
      return { value: kept, low: kept, high: kept, unit: `of ${seeds.length} sequences stay away`, seeds: seeds.length, detail }; // prettier-ignore
    },
    criterion:
      'in every sequence the largest distance from the closed form, averaged over the last 500 stimuli of the biased and of the last stretch, is below half of that in the first row after the switch',
    judge: equals(0),
  },
];
