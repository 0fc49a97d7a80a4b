import type { ByteArray } from './array-dataset.js';

const unsignedByte = 8;

/**
 * Reads an array in the IDX format (Y. LeCun, the MNIST database): two zero bytes, the type of the values, the
 * number of axes, the size of each axis as a big-endian 32-bit integer, then the values, row-major.
 *
 * @param name what the bytes are, for the message.
 * @throws {Error} where the bytes are no such array, hold values other than unsigned bytes, or are not as many as
 *   the sizes say.
 */
export function parseIdx(name: string, bytes: Uint8Array): ByteArray {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [axes, start] = [bytes[3], 4 + 4 * bytes[3]];
  if (bytes.length < 4 || view.getUint16(0) !== 0 || axes === 0)
    throw new Error(`${name}: this is no IDX file; it begins with ${hex(bytes.subarray(0, 4)) || 'nothing'}`);
  if (bytes[2] !== unsignedByte)
    throw new Error(
      `${name}: values of IDX type ${hex(bytes.subarray(2, 3))}; unsigned bytes (08) are read only`,
    );
  if (bytes.length < start) throw new Error(`${name}: the header is cut short after ${bytes.length} bytes`);
  const shape = Array.from({ length: axes }, (_, axis) => view.getUint32(4 + 4 * axis));
  const size = shape.reduce((product, length) => product * length, 1);
  if (bytes.length !== start + size)
    throw new Error(
      `${name}: ${bytes.length - start} values for an array of ${shape.join(' × ')}; the file may be cut short`,
    );
  return { shape, values: bytes.subarray(start) };
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}
