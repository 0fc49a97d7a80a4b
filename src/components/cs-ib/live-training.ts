import { type LivePiece, trainingPiece } from '../live-run.js';
import type { LiveSettings, LiveSnapshot } from './live-snapshot.js';

/**
 * Trains an ensemble of information bottlenecks on a small synthetic problem and yields a snapshot before the
 * first step, after the last, and some fifty in between. The same settings give the same numbers on the same
 * backend: the one that is ready, else WebAssembly. TensorFlow.js is loaded when the first snapshot is asked for.
 *
 * @param wasm where a browser finds the WebAssembly backend's module; see `readyBackend`
 * @throws {RangeError} for settings out of range; and the signal's reason where it is aborted, within a step and
 * with all tensors disposed
 */
export async function* liveTraining(
  settings: LiveSettings,
  signal?: AbortSignal,
  wasm?: string,
): AsyncGenerator<LiveSnapshot, void, void> {
  const { trainLive } = await import('./live-training-run.js');
  yield* trainLive(settings, signal, wasm);
}

/** {@link liveTraining}, as a piece. @param wasm where the page serves the WebAssembly backend's module */
export function liveTrainingPiece(wasm: string): LivePiece<LiveSettings, LiveSnapshot> {
  return trainingPiece('src/components/cs-ib/live-training.ts', liveTraining, wasm);
}
