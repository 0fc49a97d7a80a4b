/** The image formats that a browser shows and that are known by their first bytes. */
export type ImageType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/svg+xml';

const svgStart = /^\uFEFF?\s*(<\?xml[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE\s[^>]*>|\s)*<svg[\s>]/i;

/** What kind of image the bytes are, whatever their file was called; `undefined` where they are none of these. */
export function imageType(bytes: Uint8Array): ImageType | undefined {
  const latin = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  if (latin(0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (latin(0, 3) === '\xff\xd8\xff') return 'image/jpeg';
  if (/^GIF8[79]a/.test(latin(0, 6))) return 'image/gif';
  if (latin(0, 4) === 'RIFF' && latin(8, 12) === 'WEBP') return 'image/webp';
  const beginning = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, 4096));
  return svgStart.test(beginning) ? 'image/svg+xml' : undefined;
}
