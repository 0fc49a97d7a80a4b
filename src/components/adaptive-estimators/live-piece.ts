import type { Computed } from '../computed.js';
import { type Control, control } from '../control.js';
import { element } from '../element.js';
import type { LiveRun } from '../live-control.js';
import { type LivePiece, livePiece } from '../live-run.js';
import type { LiveSettings, LiveSnapshot, Reading, ReadingSettings } from './live-snapshot.js';

const where = {
  module: 'src/components/adaptive-estimators/live-training.ts',
  address: () => import.meta.resolve('./live-training.js'),
};

/** `liveTraining`, as a piece. */
export const trainingPiece: LivePiece<LiveSettings, LiveSnapshot> = livePiece({
  ...where,
  generator: 'liveTraining',
});

/** `liveReading`, as a piece. */
export const readingPiece: LivePiece<ReadingSettings, Reading> = livePiece({
  ...where,
  generator: 'liveReading',
});

export type TrainingRun = LiveRun<LiveSettings, LiveSnapshot>;
export type OtherReading = Computed<ReadingSettings, Reading>;

/** What is to be read again: a network that is trained, where other bins are asked for than it was read by; else nothing. */
export function toBeRead(
  run: Control<TrainingRun | null>,
  bins: Control<number>,
): Control<ReadingSettings | undefined> {
  const node = control(element('div', {}), () => {
    if (!run.value || run.value.state === 'running' || run.value.settings.bins === bins.value)
      return undefined;
    const { settings, snapshots } = run.value;
    return snapshots.length > 0
      ? { activation: settings.activation, bins: bins.value, snapshots }
      : undefined;
  });
  for (const field of [run, bins])
    field.addEventListener('input', () => node.dispatchEvent(new Event('input')));
  return node;
}

/** The planes of a run: by the bins that were asked for after it, once they are there, else by its own. */
export function planesOf(
  { settings, snapshots }: TrainingRun,
  bins: number,
  other?: OtherReading,
): Reading['planes'] {
  const isOfRun = other?.settings.snapshots === snapshots && bins !== settings.bins;
  return (isOfRun && other.snapshot?.planes) || snapshots.map(({ plane }) => plane);
}
