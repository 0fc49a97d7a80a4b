import * as Plot from '@observablehq/plot';
import { mean, minIndex } from 'd3-array';
import { listed } from '../../lib/text/list.js';
import { countInWords, percent } from '../../lib/text/number.js';
import type { NetworkRow } from '../../papers/gain-control/tables.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { reference } from '../marks.js';
import { isNarrow } from '../panels.js';

/** An effect of adaptation on a network, as a multiple of the least size that counts. */
interface DrawnEffect {
  readonly label: string;
  /** The least size, as a reader is told it. */
  readonly least: string;
  of(row: NetworkRow): number;
}

/** What the abstract lists, in its order, with the sizes that the claims ask for. */
const effects: readonly DrawnEffect[] = [
  { label: 'lower maxima', least: '5 %', of: (row) => (1 - row.max_ratio_adapter) / 0.05 },
  { label: 'lower minima', least: '0.01', of: (row) => -row.min_change_adapter / 0.01 },
  { label: 'preferences repelled', least: '0.2°', of: (row) => row.repulsion / 0.2 },
  {
    label: 'lower correlations',
    least: '10 %',
    of: (row) => (1 - row.correlation_adaptive / row.correlation_frozen) / 0.1,
  },
];

const nameOf = ({ label, least }: DrawnEffect) => `${label} (${least})`;

/** How many of the networks show an effect at least so large that it counts, effect by effect. */
export function sharesEnough(
  networks: readonly NetworkRow[],
): readonly { readonly effect: string; readonly share: number }[] {
  return effects.map((effect) => ({
    effect: nameOf(effect),
    share: mean(networks, (row) => Number(effect.of(row) >= 1))!,
  }));
}

/** Every network that was drawn at random, by how much of what is asked for it shows of each effect. */
export function drawnFigure(networks: readonly NetworkRow[], width: number): Drawing {
  const narrow = isNarrow(width);
  const rows = effects.flatMap((effect) =>
    networks.map((row) => ({
      effect: nameOf(effect),
      network: row.network,
      size: effect.of(row),
    })),
  );
  const shares = sharesEnough(networks);
  const names = effects.map(nameOf);
  const plot = Plot.plot({
    ...figureStyle,
    width,
    height: narrow ? 360 : 300,
    marginTop: 34,
    marginLeft: narrow ? 12 : 190,
    marginRight: 58,
    x: {
      label: 'Size of the effect ÷ the least that counts →',
      nice: true,
      grid: true,
    },
    y: { domain: names, label: null, axis: narrow ? null : 'left', tickSize: 0 },
    marks: [
      Plot.ruleX([0], { stroke: 'var(--rule-strong)' }),
      // Where rows have their names above them there is no room for another.
      reference(narrow ? { x: 1 } : { x: 1, label: 'counts' }),
      Plot.tickX(rows, {
        x: 'size',
        y: 'effect',
        stroke: 'var(--ours)',
        strokeOpacity: 0.45,
        insetTop: narrow ? 26 : 12,
        insetBottom: narrow ? 6 : 12,
      }),
      Plot.text(shares, {
        y: 'effect',
        text: ({ share }: { readonly share: number }) => percent(share),
        frameAnchor: 'right',
        textAnchor: 'start',
        dx: 8,
        dy: narrow ? 10 : 0,
        fontWeight: 600,
      }),
      narrow
        ? Plot.text(names, {
            y: String,
            text: String,
            frameAnchor: 'left',
            textAnchor: 'start',
            dy: -22,
            stroke: 'var(--ground)',
            strokeWidth: 5,
            fill: 'var(--ink)',
          })
        : null,
    ],
  });
  return { plot, title: rarestInWords(networks) };
}

const allAtOnce = (networks: readonly NetworkRow[]) =>
  mean(networks, (row) => Number(effects.every(({ of }) => of(row) >= 1)))!;

/** `0 % of 200 random networks show all four effects at once; the rarest is lower correlations, in 0 %.` */
function rarestInWords(networks: readonly NetworkRow[]): string {
  const shares = sharesEnough(networks).map(({ share }) => share);
  const rarest = minIndex(shares);
  return `${percent(allAtOnce(networks))} of ${networks.length} random networks show all ${countInWords(effects.length)} effects at once; the rarest is ${effects[rarest].label}, in ${percent(shares[rarest])}.`;
}

/** `Of 200 random networks 100 % show lower maxima, …; all at once: 0 %.` */
export function drawnInWords(networks: readonly NetworkRow[]): string {
  const [first, ...others] = sharesEnough(networks).map(
    ({ share }, at) => [percent(share), effects[at].label] as const,
  );
  const each = [`${first[0]} show ${first[1]}`, ...others.map((words) => words.join(' '))];
  return `Of ${networks.length} random networks ${listed(each)}, each as much as counts; all at once: ${percent(allAtOnce(networks))}.`;
}
