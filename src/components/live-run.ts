import { runInThread } from './live-thread.js';

/** A computation that a page can have run by a thread of the browser, or by a kernel. Settings and snapshots are plain JSON. */
export interface LivePiece<Settings, Snapshot> {
  /** Path of the module from the root of the repository. */
  readonly module: string;
  /** Name of the generator that the module exports, which is called with the settings. */
  readonly generator: string;
  /** The same generator, in a thread of the browser. */
  run(settings: Settings, signal: AbortSignal): AsyncIterable<Snapshot>;
}

export interface LivePieceOptions {
  readonly module: string;
  readonly generator: string;
  /** Address of the module in the browser, which the page need not have loaded: `import.meta.resolve('./…')`. */
  readonly address: () => string;
  /** Where the page serves the WebAssembly backend's module, for what trains; a kernel needs none. */
  readonly wasm?: string;
}

/** The piece that a module's generator is. */
export function livePiece<Settings, Snapshot>({
  module,
  generator,
  address,
  wasm,
}: LivePieceOptions): LivePiece<Settings, Snapshot> {
  return {
    module,
    generator,
    run: (settings, signal) => runInThread({ address: address(), generator, wasm }, settings, signal),
  };
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

/** Runs a piece in a thread of the browser that shows the page. */
export const browserSource: LiveSource = {
  name: 'in this page',
  run: (piece, settings, signal) => piece.run(settings, signal),
};

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
