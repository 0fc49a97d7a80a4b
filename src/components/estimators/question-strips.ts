import * as Plot from '@observablehq/plot';
import { greatest, least, max } from 'd3-array';
import { listed } from '../../lib/text/list.js';
import { capitalised } from '../../lib/text/sentence.js';
import type { QuestionKind } from '../../papers/estimators/questions/law.js';
import { lawOf } from '../../papers/estimators/questions/laws.js';
import { questionLabels, tried } from '../../papers/estimators/questions/names.js';
import type { QuestionRow } from '../../papers/estimators/tables.js';
import { trust } from '../../papers/estimators/trust.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { isNarrow } from '../panels.js';
import { inUnit, type Unit, unitText } from './unit.js';

export interface QuestionStripsSettings {
  /** Sample size. */
  readonly n: number;
  readonly unit: Unit;
}

/** Under each kind of question a row an estimator: a dot a setting at its bias, and in how many it is near the truth. */
export function questionStrips(
  rows: readonly QuestionRow[],
  kinds: readonly QuestionKind[],
  { n, unit }: QuestionStripsSettings,
  width: number,
): Drawing {
  const here = rows.filter((row) => row.n === n);
  const groups = kinds.map((kind) => {
    const own = here.filter(({ question }) => question === kind);
    const lines = tried(kind).map(({ id, label }) => ({ key: `${kind} ${id}`, label, ...trust(own, id) }));
    return { kind, heading: capitalised(questionLabels[kind]), own, lines: lines.filter(({ of }) => of > 0) };
  });
  const names = new Map(groups.flatMap(({ lines }) => lines.map(({ key, label }) => [key, label])));
  const points = groups.flatMap(({ own }) =>
    own.flatMap(({ bias, ...row }) =>
      bias === null
        ? []
        : [{ ...row, key: `${row.question} ${row.estimator}`, bias: inUnit(bias, unit), nats: bias }],
    ),
  );
  const domain = groups.flatMap(({ heading, lines }) => [heading, ...lines.map(({ key }) => key)]);
  const marginLeft = 136;
  const plot = Plot.plot({
    ...figureStyle,
    width,
    height: 66 + 25 * domain.length,
    marginLeft,
    marginRight: 68,
    x: {
      label: isNarrow(width) ? `Bias (${unit})` : `← too low    Bias (${unit})    too high →`,
      labelAnchor: 'center',
      labelArrow: 'none',
      grid: true,
      nice: true,
      ticks: isNarrow(width) ? 3 : 8,
    },
    y: {
      type: 'band',
      domain,
      tickFormat: (key: string) => names.get(key) ?? '',
      label: null,
      tickSize: 0,
    },
    marks: [
      Plot.ruleX([0], { stroke: 'var(--ink)', strokeWidth: 1.5 }),
      Plot.dot(points, {
        x: 'bias',
        y: 'key',
        r: 3.2,
        stroke: 'var(--ours)',
        fill: ({ true_mi }) => (true_mi === 0 ? 'var(--ground)' : 'var(--ours)'),
        fillOpacity: ({ true_mi }) => (true_mi === 0 ? 1 : 0.6),
      }),
      Plot.text(groups, {
        y: 'heading',
        frameAnchor: 'left',
        textAnchor: 'start',
        dx: 4 - marginLeft,
        text: 'heading',
        fontWeight: 600,
        fill: 'var(--ink)',
      }),
      Plot.text(
        groups.flatMap(({ lines }) => lines),
        {
          y: 'key',
          frameAnchor: 'right',
          textAnchor: 'start',
          dx: 8,
          text: ({ near, of }) => `${near} of ${of}`,
          fill: 'var(--ink)',
        },
      ),
      Plot.text(['near'], {
        frameAnchor: 'top-right',
        textAnchor: 'start',
        dx: 8,
        dy: -14,
        text: (text: string) => text,
        fill: 'var(--ink-soft)',
      }),
    ],
  });
  return {
    plot,
    rows: here.filter(({ question }) => kinds.includes(question)),
    title: titleOf(groups, n),
    alternative: `Under each kind of question a row an estimator, with dots at the bias of each setting around a line at zero. ${groups
      .filter(({ own }) => own.some(({ bias }) => bias !== null))
      .map(({ kind, own }) => rangeInWords(questionLabels[kind], own, unit))
      .join(' ')}`,
  };
}

interface Group {
  readonly kind: QuestionKind;
  readonly lines: readonly { readonly label: string; readonly near: number; readonly of: number }[];
}

/** Which estimators are near most often, of each kind of question that several answer. */
function titleOf(groups: readonly Group[], n: number): string {
  const found = groups.flatMap(({ kind, lines }) => {
    if (lines.length < 2) return [];
    const share = max(lines, ({ near, of }) => near / of);
    const best = lines.filter(({ near, of }) => near / of === share);
    const [{ near, of }] = best;
    return [`of ${questionLabels[kind]}, ${listed(best.map(({ label }) => label))} (${near} of ${of})`];
  });
  return `Near the truth most often, with ${n} samples: ${found.join('; ')}.`;
}

/** `Two labels: bias from −0.01 (…) to +1.32 (Plug-in, rare labels).` */
function rangeInWords(label: string, rows: readonly QuestionRow[], unit: Unit): string {
  const [low, high] = [least, greatest].map((extreme) => {
    const row = extreme(rows, ({ bias }) => bias ?? undefined)!;
    const by = tried(row.question).find(({ id }) => id === row.estimator)!.label;
    return `${unitText(row.bias, unit, true)} (${by}, ${lawOf(row.law).label.toLowerCase()})`;
  });
  return `${capitalised(label)}: bias from ${low} to ${high}.`;
}
