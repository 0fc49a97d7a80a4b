const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * What keeps a text from being one plain sentence of 10 to 25 words, in words; `undefined` where nothing does.
 * Numbers such as 0.5, abbreviations such as "e.g." and Greek letters have their place in one.
 */
export function sentenceProblem(text: string): string | undefined {
  const words = text.trim().split(/\s+/).filter(Boolean).length;
  if (words < 10 || words > 25)
    return `it has ${words} ${words === 1 ? 'word' : 'words'}, and 10 to 25 are wanted`;
  if (!text.endsWith('.')) return 'it does not end with a full stop';
  if (/^[a-z\s]/.test(text)) return 'it does not begin with a capital letter';
  const found = [...sentences.segment(text)].filter(({ segment }) => segment.trim() !== '').length;
  return found === 1 ? undefined : `it is ${found} sentences, and one is wanted`;
}
