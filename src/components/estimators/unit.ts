import { bits } from '../../lib/information/bits.js';
import { count, decimals } from '../../lib/text/number.js';

/** Unit of information that the reader has chosen. */
export type Unit = 'nats' | 'bits';

/** An information in nats, in that unit. */
export function inUnit(nats: number, unit: Unit): number {
  return unit === 'bits' ? bits(nats) : nats;
}

/** An information in nats, as text in that unit: two decimals, no more than three digits once it is large. */
export function unitText(nats: number | null, unit: Unit, signed = false): string {
  if (nats === null) return '–';
  const value = inUnit(nats, unit);
  const text = Math.abs(value) < 10 ? decimals(value, 2) : count(value);
  return signed && value > 0 && Number(text) !== 0 ? `+${text}` : text;
}
