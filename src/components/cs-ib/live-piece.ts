import { type LivePiece, livePiece } from '../live-run.js';
import type { LiveSettings, LiveSnapshot } from './live-snapshot.js';

/** `liveTraining`, as a piece. @param wasm where the page serves the WebAssembly backend's module */
export const trainingPiece = (wasm: string): LivePiece<LiveSettings, LiveSnapshot> =>
  livePiece({
    module: 'src/components/cs-ib/live-training.ts',
    generator: 'liveTraining',
    address: () => import.meta.resolve('./live-training.js'),
    wasm,
  });
