/** Members of the ensembles whose training steps are timed. */
export const memberCounts = [1, 8, 64] as const;

/** Inputs of their networks: California Housing's. */
export const inputs = 8;
