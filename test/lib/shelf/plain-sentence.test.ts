import { expect, it } from 'vitest';
import { sentenceProblem } from '../../../src/lib/shelf/plain-sentence.js';

it.each([
  'Says how much too small the entropy of counted frequencies is.',
  'Shows that 0.5 bits per symbol are enough where 1.25 were thought to be needed.',
  'Compares estimators, e.g. of Kraskov and others, on data whose information is known.',
  'α-Rank orders agents who play games with each other by how long evolution stays with them.',
  '3D scenes are compressed by a code that keeps only what a reader looks at.',
])('takes %s', (text) => {
  expect(sentenceProblem(text)).toBeUndefined();
});

it.each([
  ['Too short.', 'it has 2 words, and 10 to 25 are wanted'],
  ['', 'it has 0 words, and 10 to 25 are wanted'],
  [`${'Many '.repeat(25)}words.`, 'it has 26 words, and 10 to 25 are wanted'],
  ['Says how much too small the entropy of counted frequencies is', 'it does not end with a full stop'],
  [
    'says how much too small the entropy of counted frequencies is.',
    'it does not begin with a capital letter',
  ],
  ['Says how small the entropy is. It also says how to correct it.', 'it is 2 sentences, and one is wanted'],
  ['Is the entropy too small? This paper says that it is so.', 'it is 2 sentences, and one is wanted'],
])('says what is wrong with "%s"', (text, problem) => {
  expect(sentenceProblem(text)).toBe(problem);
});
