import type { Coverage } from '../../lib/claims/coverage.js';

export const coverage: Coverage = [
  {
    sentence: 1,
    says: 'The Koopman operator is a powerful frame for dynamical systems, and of growing interest.',
    reason: 'Background.',
  },
  {
    sentence: 2,
    says: 'Finite subspaces for it are hard to find, above all with deep networks.',
    reason: 'Background.',
  },
  {
    sentence: 3,
    says: 'The cause is that latents do not balance expressivity and simplicity.',
    reason: 'The argument of the paper; what follows from it is judged below.',
  },
  {
    sentence: 4,
    says: 'This is the dilemma of the information bottleneck.',
    reason: 'An analogy, which motivates.',
  },
  {
    sentence: 5,
    says: 'Latent information promotes simplicity; overemphasised, it may leave a few dominant modes.',
    claims: ['water-filling', 'mi-alone-collapses'],
  },
  {
    sentence: 6,
    says: 'The von Neumann entropy prevents this collapse and encourages many modes.',
    claims: ['entropy-fills-all-modes', 'entropy-keeps-modes'],
  },
  {
    sentence: 7,
    says: 'A Lagrangian balances both.',
    reason: 'It defines the objective.',
  },
  {
    sentence: 8,
    says: 'An algorithm made of it learns representations that are simple and expressive, stable and interpretable.',
    claims: ['unit-circle', 'structure-needs-beta', 'entropy-keeps-modes'],
  },
  {
    sentence: 9,
    says: 'The manifolds that are learnt look as the theory predicts.',
    claims: ['manifolds'],
  },
  {
    sentence: 10,
    says: 'On a diverse range of systems it does better than existing Koopman learners.',
    claims: [
      'better-forecasts-street',
      'better-forecasts-lorenz',
      'better-forecasts-lorenz-coarse',
      'better-forecasts-elsewhere',
      'weather-and-dam-flow',
      'control-and-robots',
      'other-learners',
    ],
  },
  {
    sentence: 11,
    says: 'The implementation is public.',
    claims: ['released-sign-collapses'],
  },
];
