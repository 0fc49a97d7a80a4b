import type { Random } from './random.js';

/** A standard normal number, drawn anew until it lies within two standard deviations: its variance is 0.774. */
export function truncatedNormal({ normal }: Random): number {
  for (;;) {
    const value = normal();
    if (Math.abs(value) <= 2) return value;
  }
}
