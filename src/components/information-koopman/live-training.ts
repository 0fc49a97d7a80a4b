import { type LivePiece, trainingPiece } from '../live-run.js';
import type { LiveSettings, LiveSnapshot } from './live-snapshot.js';

/**
 * Trains two Koopman autoencoders of a pendulum from the same weights on the same batches, a plain one and one with the
 * given multipliers, and yields a snapshot before the first step, after the last, and some thirty in between.
 * TensorFlow.js is loaded when the first snapshot is asked for.
 *
 * @param wasm where a browser finds the WebAssembly backend's module; see `readyBackend`
 * @throws {RangeError} for settings out of range; and the signal's reason where it is aborted
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
  return trainingPiece('src/components/information-koopman/live-training.ts', liveTraining, wasm);
}
