/** A text, with what is to be said of how it was read. */
export interface DecodedText {
  readonly text: string;
  readonly notes: readonly string[];
}

/**
 * The text of a file: UTF-8, or UTF-16 with its byte order mark; what is neither is read as Windows-1252, as which
 * spreadsheets save, and that is said.
 *
 * @throws {Error} where it holds what no text does
 */
export function decodedText(bytes: Uint8Array): DecodedText {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : undefined;
  const label = utf16 ?? (bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined);
  if (label !== undefined) return { text: new TextDecoder(label).decode(bytes), notes: [] };
  if (bytes.includes(0)) throw new Error('it holds bytes that no text has');
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), notes: [] };
  } catch {
    return {
      text: new TextDecoder('windows-1252').decode(bytes),
      notes: [
        'The file is not in UTF-8 and was read as Windows-1252, as spreadsheets save it: look whether letters such as é ' +
          'and ü are right.',
      ],
    };
  }
}
