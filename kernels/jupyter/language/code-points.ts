/** Jupyter counts a cursor in Unicode code points, JavaScript in UTF-16 code units. */

/** The UTF-16 offset after so many code points of a text; its end where there are fewer. */
export function utf16Offset(text: string, codePoints: number): number {
  let offset = 0;
  for (let left = codePoints; left > 0 && offset < text.length; left--)
    offset += text.codePointAt(offset)! > 0xffff ? 2 : 1;
  return offset;
}

/** How many code points begin before a UTF-16 offset of a text. */
export function codePointOffset(text: string, utf16: number): number {
  let count = 0;
  const end = Math.min(utf16, text.length);
  for (let offset = 0; offset < end; count++) offset += text.codePointAt(offset)! > 0xffff ? 2 : 1;
  return count;
}
