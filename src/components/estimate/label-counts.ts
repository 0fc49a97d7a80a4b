import { rollup } from 'd3-array';

/** Labels beyond which the rarer ones are drawn together. */
const most = 20;

const others = 'all others';

/** The labels in the order of their frequency, the rarest together, and which of them each label is drawn as. */
export function drawnLabels(labels: readonly string[]): {
  readonly domain: readonly string[];
  readonly shown: (label: string) => string;
} {
  const counts = rollup(
    labels,
    (all) => all.length,
    (label) => label,
  );
  const sorted = [...counts]
    .sort(([a, m], [b, n]) => n - m || a.localeCompare(b, 'en'))
    .map(([label]) => label);
  const isNumbers = sorted.every((label) => Number.isFinite(Number(label)));
  const kept = sorted.slice(0, most).sort(isNumbers ? (a, b) => Number(a) - Number(b) : () => 0);
  if (sorted.length <= most) return { domain: kept, shown: (label) => label };
  const set = new Set(kept);
  return { domain: [...kept, others], shown: (label) => (set.has(label) ? label : others) };
}

/** A label that is not too long to stand beside an axis. */
export const shortLabel = (label: string): string => (label.length > 14 ? `${label.slice(0, 13)}…` : label);

/** Pixels that the longest of some labels takes beside an axis. */
export const labelRoom = (labels: readonly string[]): number =>
  24 + 7 * Math.max(...labels.map((label) => shortLabel(label).length));
