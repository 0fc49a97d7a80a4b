/** A computation that a page can run itself, or have run by a kernel. Settings and snapshots are plain JSON. */
export interface LivePiece<Settings, Snapshot> {
  /** Path of the module from the root of the repository. */
  readonly module: string;
  /** Name of the async generator that the module exports, which a kernel calls with the settings. */
  readonly generator: string;
  /** The same generator, in the page. */
  run(settings: Settings, signal: AbortSignal): AsyncIterable<Snapshot>;
}

/** A place where live pieces run. */
export interface LiveSource {
  /** Where that is, in words that can follow "trained": `in this page`. */
  readonly name: string;
  /** Yields snapshots until the piece has ended. @throws the signal's reason where it is aborted. */
  run<Settings, Snapshot>(
    piece: LivePiece<Settings, Snapshot>,
    settings: Settings,
    signal: AbortSignal,
  ): AsyncIterable<Snapshot>;
}

/** Runs a piece in the page that shows it. */
export const browserSource: LiveSource = {
  name: 'in this page',
  run: (piece, settings, signal) => piece.run(settings, signal),
};

/**
 * The piece of a module that exports `liveTraining`, for a page that serves the WebAssembly backend's module at an
 * address, and for a kernel, which needs none.
 */
export function trainingPiece<Settings, Snapshot>(
  module: string,
  liveTraining: (settings: Settings, signal?: AbortSignal, wasm?: string) => AsyncIterable<Snapshot>,
  wasm: string,
): LivePiece<Settings, Snapshot> {
  return {
    module,
    generator: 'liveTraining',
    run: (settings, signal) => liveTraining(settings, signal, wasm),
  };
}

/** `Trained in this page, just now (wasm): two networks, seed 1, 12 s.` */
export function describeTraining(
  { state, where }: { readonly state: string; readonly where: string },
  {
    backend,
    networks,
    seed,
    time,
  }: Readonly<Record<'backend' | 'networks' | 'time', string>> & { readonly seed: number },
): string {
  const verb = state === 'running' ? `Training ${where}, now` : `Trained ${where}, just now`;
  return `${verb} (${backend}): ${networks} networks, seed ${seed}, ${time}.`;
}
