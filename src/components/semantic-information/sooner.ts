import * as Plot from '@observablehq/plot';
import { flatGroup, mean } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import { pairedBy } from '../../lib/statistics/paired.js';
import { listed } from '../../lib/text/list.js';
import { percent } from '../../lib/text/number.js';
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
        : { mixture: `rarer share ${p}`, rare: p }),
      cmEm: share((em, cmEm) => cmEm < em),
      equal: share((em, cmEm) => cmEm === em),
      em: share((em, cmEm) => cmEm > em),
    };
  });
}

/** `rarer share 0.1, CM-EM from 82 %, EM from 15 %; …` */
export function soonerInWords(rows: readonly RunRow[], passes: boolean): string {
  return soonerShares(rows, passes)
    .map(({ mixture, cmEm, em }) => `${mixture}, CM-EM from ${percent(cmEm)}, EM from ${percent(em)}`)
    .join('; ');
}

/** For each mixture a bar of all starts: those from which CM-EM is sooner, neither, and EM. */
export function soonerFigure(rows: readonly RunRow[], passes: boolean, width: number): Drawing {
  const shares = soonerShares(rows, passes);
  const narrow = isNarrow(width);
  const parts = shares.flatMap(({ mixture, ...own }) =>
    outcomes.ids.map((outcome) => ({ mixture, outcome, share: own[outcome] })),
  );
  const names = shares.map(({ mixture }) => mixture);
  const plot = Plot.plot({
    ...figureStyle,
    marginTop: 12,
    width,
    height: (narrow ? 62 : 46) * names.length + 76,
    marginLeft: narrow ? 12 : 150,
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
      narrow ? Plot.text(names, { y: String, x: 0, text: String, textAnchor: 'start', dy: -19 }) : null,
    ],
  });
  return { plot, title: titleOf(shares, passes) };
}

function titleOf(shares: readonly SoonerShares[], passes: boolean): string {
  const [won, lost] = [true, false].map((wins) => placesOf(shares.filter(({ cmEm }) => cmEm > 0.5 === wins)));
  const counted = passes ? 'passes over the data' : 'iterations';
  const but = lost === undefined ? '' : `, and not ${lost}`;
  return `CM-EM takes fewer ${counted} than EM from most starts ${won ?? 'nowhere'}${but}.`;
}

/** `at a rarer share of 0.3 and 0.1, and where fits get stuck`; none of no mixtures. */
function placesOf(shares: readonly SoonerShares[]): string | undefined {
  const rare = shares.flatMap((share) => share.rare ?? []);
  const others = shares.filter((share) => share.rare === undefined).map(({ mixture }) => mixture);
  const places = [
    ...(rare.length === 0 ? [] : [`at a rarer share of ${listed(rare.map(String))}`]),
    ...others,
  ];
  return places.length === 0 ? undefined : places.join(' or ');
}
