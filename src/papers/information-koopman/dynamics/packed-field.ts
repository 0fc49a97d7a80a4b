/** A field of numbers as text: whole numbers of 8 or 16 bits in Base64, and what one of them is worth. */
export interface PackedField {
  readonly scale: number;
  readonly text: string;
}

/**
 * Rounds a field to steps of its largest absolute value / 127 (or / 32767) and packs it, least byte first, so that a
 * film or a mode fits into one cell of a table.
 *
 * @throws {RangeError} where a value is not finite.
 */
export function packField(values: ArrayLike<number>, bits: 8 | 16): PackedField {
  const most = 2 ** (bits - 1) - 1;
  let largest = 0;
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) throw new RangeError(`packed field: value ${i} is ${values[i]}`);
    largest = Math.max(largest, Math.abs(values[i]));
  }
  const scale = largest / most || 1;
  const bytes = new DataView(new ArrayBuffer((values.length * bits) / 8));
  for (let i = 0; i < values.length; i++) {
    const rounded = Math.round(values[i] / scale);
    if (bits === 8) bytes.setInt8(i, rounded);
    else bytes.setInt16(2 * i, rounded, true);
  }
  let text = '';
  for (const byte of new Uint8Array(bytes.buffer)) text += String.fromCharCode(byte);
  return { scale, text: btoa(text) };
}

/** The inverse of {@link packField}, but for the rounding. */
export function unpackField({ scale, text }: PackedField, bits: 8 | 16): Float32Array {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  return Float32Array.from(
    { length: (bytes.length * 8) / bits },
    (_, i) => scale * (bits === 8 ? view.getInt8(i) : view.getInt16(2 * i, true)),
  );
}
