import type { UntestedClaim } from '../../src/lib/claims/claim.js';
import { classificationClaims } from './claims-classification.js';
import { mixtureClaims } from './claims-mixtures.js';
import { theoryClaims } from './claims-theory.js';

/** What the abstract says of applications, and no run here decides. */
const untestedClaims: readonly UntestedClaim[] = [
  {
    id: 'further-applications',
    statement:
      'The theory also serves communication, constraint control, confirmation, portfolios and the value of information.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 6' },
    reported: 'sections on each',
    untested:
      'the article works these out on paper and reports no experiment that could be repeated; of confirmation, the formula alone is tested',
  },
  {
    id: 'multilabel-and-latent',
    statement:
      'The theory improves multilabel learning and classification, and solving for latent variables.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 7' },
    reported: 'improvements in methods of machine learning',
    untested:
      'it takes a data set with several labels a point and a rival to compare with; neither is named in what could be read',
  },
  {
    id: 'statistical-physics',
    statement:
      'Shannon information is like free energy, semantic information like that of local equilibrium, and information efficiency like that of doing work.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 8' },
    reported: 'likenesses',
    untested:
      'a likeness of formulas is read, not run; it takes a physical system whose free energies are computed beside R and G',
  },
  {
    id: 'maximum-information-efficiency',
    statement: 'The principle of least free energy becomes one of maximum information efficiency.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 9' },
    reported: 'a proposal',
    untested: 'it takes an agent that acts by either principle, and a measure of which does better',
  },
];

/** All claims of the paper, in the order of its sections. */
export const claims = [...theoryClaims, ...classificationClaims, ...mixtureClaims, ...untestedClaims];

export { coverage } from '../../src/papers/semantic-information/coverage.js';
