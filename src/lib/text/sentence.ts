/** A remark as a sentence: with a capital, where it begins with a letter of the alphabet, and a full stop. */
export function sentence(remark: string): string {
  const text = remark.replace(/^[a-z]/, (letter) => letter.toUpperCase());
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
