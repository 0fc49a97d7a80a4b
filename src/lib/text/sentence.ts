/** A text as it begins a sentence: with a capital, where its first character is a letter of the alphabet. */
export const capitalised = (text: string) => text.replace(/^[a-z]/, (letter) => letter.toUpperCase());

/** A remark as a sentence: with a capital, where it begins with a letter of the alphabet, and a full stop. */
export function sentence(remark: string): string {
  const text = capitalised(remark);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
