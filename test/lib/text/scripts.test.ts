import { expect, it } from 'vitest';
import { pieces } from '../../../src/lib/text/scripts.js';

const set = (text: string) =>
  pieces(text)
    .map(({ text, as }) => (as === 'text' ? text : `<${as}>${text}</${as}>`))
    .join('');

it.each([
  ['D_CS ≤ D_KL', 'D<sub>CS</sub> ≤ D<sub>KL</sub>'],
  ['KL(P‖P_θ)', 'KL(P‖P<sub>θ</sub>)'],
  ['made v|v|^s: long tails', 'made v|v|<sup>s</sup>: long tails'],
  ['α from 10^-3 to 10^3', 'α from 10<sup>−3</sup> to 10<sup>3</sup>'],
  ['loss_cs.py, two_gaussian', 'loss_cs.py, two_gaussian'],
  ['nothing', 'nothing'],
  ['', ''],
])('sets subscripts and powers: %s', (text, html) => {
  expect(set(text)).toBe(html);
});
