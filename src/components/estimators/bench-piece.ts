import { type LivePiece, livePiece } from '../live-run.js';
import type { BenchProgress, BenchSettings } from './bench-progress.js';

/** `liveBench`, as a piece. */
export const benchPiece: LivePiece<BenchSettings, BenchProgress> = livePiece({
  module: 'src/components/estimators/live-bench.ts',
  generator: 'liveBench',
  address: () => import.meta.resolve('./live-bench.js'),
});
