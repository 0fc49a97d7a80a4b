/** What a run says about a claim. */
export type Verdict = 'reproduced' | 'not reproduced' | 'inconclusive' | 'not tested';

/** In the order in which they are shown. */
export const verdicts: readonly Verdict[] = ['reproduced', 'not reproduced', 'inconclusive', 'not tested'];

/** How many claims got each verdict. */
export function countVerdicts(given: Iterable<Verdict>): Record<Verdict, number> {
  const counts: Record<Verdict, number> = {
    reproduced: 0,
    'not reproduced': 0,
    inconclusive: 0,
    'not tested': 0,
  };
  for (const verdict of given) counts[verdict] += 1;
  return counts;
}
