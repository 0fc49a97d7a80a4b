import * as Plot from '@observablehq/plot';
import { flatGroup, mean, sort } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import { pairedBy } from '../../lib/statistics/paired.js';
import { listed } from '../../lib/text/list.js';
import { count, percent } from '../../lib/text/number.js';
import type { tables } from '../../papers/semantic-information/tables.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { isNarrow } from '../panels.js';
import { outcomes } from './series.js';

type RunRow = RowsOf<typeof tables>['mixture_runs'][number];

/** Inner steps of E3M, the variant of CM-EM that the claims are about. */
const inner = 3;

/** A mixture, and from which shares of the starts which algorithm is there sooner. */
export interface SoonerShares {
  readonly mixture: string;
  /** Share of its rarer component; none for the example on which fits get stuck. */
  readonly rare?: number;
  readonly cmEm: number;
  readonly equal: number;
  readonly em: number;
  /** What either takes in the median; infinite where most runs do not arrive. */
  readonly medians: { readonly cmEm: number; readonly em: number };
}

/**
 * How often CM-EM and EM reach their goal in less work from the same starts, mixture by mixture. A run that does not
 * get there counts as endless.
 *
 * @param passes counts passes over the data, of which E3M takes four an iteration, instead of iterations
 */
export function soonerShares(rows: readonly RunRow[], passes: boolean): readonly SoonerShares[] {
  const work = (row: RunRow) => (row.converged ? row.iterations * (passes ? row.inner + 1 : 1) : Infinity);
  return flatGroup(
    rows,
    ({ problem }) => problem,
    ({ p }) => p,
  ).map(([problem, p, own]) => {
    const pairs = pairedBy(
      own.filter((row) => row.inner === 0),
      own.filter((row) => row.inner === inner),
      ({ start }) => start,
    );
    const share = (of: (em: number, cmEm: number) => boolean) =>
      mean(pairs, ([em, cmEm]) => Number(of(work(em), work(cmEm))))!;
    return {
      ...(problem === 'local'
        ? { mixture: 'where fits get stuck' }
        : { mixture: `rarer share ${percent(p)}`, rare: p }),
      cmEm: share((em, cmEm) => cmEm < em),
      equal: share((em, cmEm) => cmEm === em),
      em: share((em, cmEm) => cmEm > em),
      medians: {
        cmEm: middle(pairs.map(([, cmEm]) => work(cmEm))),
        em: middle(pairs.map(([em]) => work(em))),
      },
    };
  });
}

/** The median, of an even number the lower one: between a number and infinity there is no mean. */
const middle = (works: readonly number[]) => sort(works)[(works.length - 1) >> 1];

/** `rarer share 10 %, CM-EM from 82 %, in the median in 10, EM from 15 %, in 65; …` */
export function soonerInWords(rows: readonly RunRow[], passes: boolean): string {
  return soonerShares(rows, passes)
    .map(
      ({ mixture, cmEm, em, medians }) =>
        `${mixture}, CM-EM from ${percent(cmEm)}, in the median in ${amount(medians.cmEm)}, EM from ${percent(em)}, in ${amount(medians.em)}`,
    )
    .join('; ');
}

const amount = (work: number) => (Number.isFinite(work) ? count(work) : 'no end');

/** `10 against 65`: what CM-EM takes in the median, and EM. */
const against = ({ medians }: SoonerShares) => `${amount(medians.cmEm)} against ${amount(medians.em)}`;

/** For each mixture a bar of all starts: those from which CM-EM is sooner, neither, and EM; beside it what they take. */
export function soonerFigure(rows: readonly RunRow[], passes: boolean, width: number): Drawing {
  const shares = soonerShares(rows, passes);
  const narrow = isNarrow(width);
  const counted = passes ? 'median passes' : 'median iterations';
  const parts = shares.flatMap(({ mixture, ...own }) =>
    outcomes.ids.map((outcome) => ({ mixture, outcome, share: own[outcome] })),
  );
  const names = shares.map(({ mixture }) => mixture);
  const plot = Plot.plot({
    ...figureStyle,
    marginTop: narrow ? 12 : 36,
    width,
    height: (narrow ? 62 : 42) * names.length + (narrow ? 76 : 96),
    marginLeft: narrow ? 12 : 146,
    marginRight: narrow ? 20 : 132,
    x: { label: 'Share of starts →', tickFormat: (share: number) => percent(share), domain: [0, 1] },
    y: { domain: names, label: null, axis: narrow ? null : 'left', tickSize: 0 },
    color: { ...outcomes.scales().color, legend: true },
    marks: [
      Plot.barX(parts, {
        x: 'share',
        y: 'mixture',
        fill: 'outcome',
        order: outcomes.ids as unknown as string[],
        insetTop: narrow ? 22 : 5,
        insetBottom: 5,
      }),
      Plot.text(
        parts,
        Plot.stackX({
          x: 'share',
          y: 'mixture',
          order: outcomes.ids as unknown as string[],
          text: ({ share }: { readonly share: number }) => (share < 0.06 ? '' : percent(share)),
          fill: 'var(--ground)',
          dy: narrow ? 8 : 0,
          z: 'outcome',
        }),
      ),
      Plot.ruleX([0.5], { stroke: 'var(--ink)', strokeDasharray: '4 3' }),
      narrow
        ? Plot.text(shares, {
            y: 'mixture',
            x: 0,
            text: (own: SoonerShares) => `${own.mixture}: ${against(own)} ${counted}`,
            textAnchor: 'start',
            dy: -19,
            stroke: 'var(--ground)',
            strokeWidth: 4,
            fill: 'var(--ink)',
          })
        : Plot.marks(
            Plot.text(shares, { y: 'mixture', x: 1, text: against, textAnchor: 'start', dx: 12 }),
            Plot.text([`${counted},\nCM-EM against EM`], {
              frameAnchor: 'top-right',
              textAnchor: 'start',
              lineAnchor: 'bottom',
              dx: 12,
              fill: 'var(--ink-soft)',
            }),
          ),
    ],
  });
  return { plot, title: titleOf(shares, passes) };
}

function titleOf(shares: readonly SoonerShares[], passes: boolean): string {
  const [won, lost] = [true, false].map((wins) => shares.filter(({ cmEm }) => cmEm > 0.5 === wins));
  const counted = passes ? 'passes over the data' : 'iterations';
  const but = lost.length === 0 ? '' : `, but not ${placesOf(lost)}`;
  return `From most starts, CM-EM takes fewer ${counted} than EM ${won.length === 0 ? 'nowhere' : placesOf(won)}${but}.`;
}

/** `at a rarer share of 30 % and 10 % or where fits get stuck`. */
function placesOf(shares: readonly SoonerShares[]): string {
  const rare = shares.flatMap((share) => share.rare ?? []);
  const others = shares.filter((share) => share.rare === undefined).map(({ mixture }) => mixture);
  return [
    ...(rare.length === 0 ? [] : [`at a rarer share of ${listed(rare.map((share) => percent(share)))}`]),
    ...others,
  ].join(' or ');
}
