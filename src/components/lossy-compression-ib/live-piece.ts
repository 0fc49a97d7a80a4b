import { type LivePiece, livePiece } from '../live-run.js';
import type { LiveKnown, LiveKnownSettings } from './live-known.js';

/** `liveKnown`, as a piece. */
export const knownPiece: LivePiece<LiveKnownSettings, LiveKnown> = livePiece({
  module: 'src/components/lossy-compression-ib/live-known.ts',
  generator: 'liveKnown',
  address: () => import.meta.resolve('./live-known.js'),
});
