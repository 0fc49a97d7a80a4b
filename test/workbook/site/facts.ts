import type { ClaimFacts, PageFacts } from '../../../src/lib/claims/page-facts.js';

/** A claim as it was judged, reproduced where nothing else is said. */
export function claimFacts(given: Partial<ClaimFacts>): ClaimFacts {
  return {
    id: 'a',
    statement: 'It falls.',
    origin: 'abstract',
    source: 'text',
    reported: 'falls',
    verdict: 'reproduced',
    scale: 'reduced',
    judgedOn: '2026-11-24',
    ...given,
  };
}

/** What a page is made with: of the paper two claims, one of each verdict, and one of ours. */
export const facts: PageFacts = {
  values: {},
  problems: [],
  claims: [
    claimFacts({}),
    claimFacts({ id: 'b', statement: 'x < y & "z".', verdict: 'not reproduced', judgedOn: '2026-11-26' }),
    claimFacts({ id: 'c', verdict: 'not tested', judgedOn: null }),
    claimFacts({ id: 'd', origin: 'ours', verdict: 'inconclusive' }),
  ],
  answer: {
    says: 'Errors fall.',
    found: { text: 'They fall & rise.', holds: {}, claims: ['a'] },
    differs: {},
    because: { text: 'They are means.', holds: {} },
    scales: ['reduced'],
  },
  amendments: [
    {
      date: '2026-11-30',
      claim: 'b',
      what: 'changed',
      why: 'It asked for < 3 seeds.',
      before: 'inconclusive',
      after: 'not reproduced',
    },
  ],
  responses: [],
};
