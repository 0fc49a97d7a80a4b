/** The same information in bits. */
export function bits(nats: number): number {
  return nats / Math.LN2;
}
