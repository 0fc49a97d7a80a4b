import type { Verdict } from '../lib/claims/verdict.js';

/** What a reader looks for first: what failed, then what is open. */
export const failedFirst: readonly Verdict[] = ['not reproduced', 'inconclusive', 'reproduced', 'not tested'];
