/** Standardised inputs beyond this are outliers that would decide every root mean square. */
export const clip = 5;
