import { claimsOn } from '../../src/lib/experiment/claims-on.js';
import { tables } from '../../src/papers/entropy-coupling-bottleneck/tables.js';
import { codingClaims } from './claims-coding.js';
import { gameClaims } from './claims-game.js';

const claim = claimsOn(tables);

/** All claims of the paper, in the order of its sections. */
export const claims = [
  ...codingClaims,
  ...gameClaims,
  claim({
    id: 'greedy-below-linearisation',
    statement: 'Greedy couplings have less joint entropy than those found by successive linearisation.',
    kind: 'qualitative',
    reported: { value: 'max-seeking below SLA', where: 'appendix, table' },
    untested: 'the table’s numbers and the starting points of the linearisation could not be checked',
  }),
  claim({
    id: 'image-upscaling',
    statement: 'The framework upscales images from a compressed message: house numbers, four times as large.',
    kind: 'qualitative',
    reported: { value: 'samples', where: 'appendix, SVHN' },
    untested: 'it trains an adversarial network on images, and shows samples rather than a number',
  }),
];
