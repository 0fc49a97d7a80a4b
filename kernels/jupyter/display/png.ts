import { crc32, deflateSync } from 'node:zlib';

/**
 * Pixels as a PNG file: colour with transparency, eight bits a channel (PNG specification, third edition, W3C 2025).
 *
 * @param rgba red, green, blue and alpha of each pixel, `[height, width, 4]`; colours not multiplied by alpha.
 */
export function encodePng(rgba: Uint8ClampedArray, width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  // Each line begins with the number of its filter: 0, none.
  const lines = Buffer.alloc(height * (width * 4 + 1));
  for (let y = 0; y < height; y++)
    lines.set(rgba.subarray(y * width * 4, (y + 1) * width * 4), y * (width * 4 + 1) + 1);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Uint8Array): Uint8Array {
  const checked = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  checksum.writeUInt32BE(crc32(checked));
  return Buffer.concat([length, checked, checksum]);
}
