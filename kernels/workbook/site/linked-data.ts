import { ownClaims } from '../../../src/lib/claims/claim.js';
import type { ClaimFacts, PageFacts } from '../../../src/lib/claims/page-facts.js';
import type { Verdict } from '../../../src/lib/claims/verdict.js';
import { paperLinks, type ShelfPaper } from '../../../src/lib/shelf/shelf-paper.js';

/** A thing in JSON-LD, by the vocabulary of schema.org. */
export type Thing = Readonly<Record<string, unknown>>;

const publisher: Thing = { '@type': 'Organization', name: 'Litmus' };

/** Higher is better for the claim; what was not tested is not rated. */
const ratings: Readonly<Record<Exclude<Verdict, 'not tested'>, number>> = {
  reproduced: 3,
  inconclusive: 2,
  'not reproduced': 1,
};

/**
 * What a paper's page is about, for machines: the paper, a review of each of its own claims that was tested, and the data
 * that they rest on.
 *
 * @param address of the page; where it is not known, nothing refers to it
 */
export function paperThings(paper: ShelfPaper, facts: PageFacts, address?: string): Thing[] {
  const { title, authors, year } = paper;
  const links = paperLinks({ ...paper, code: undefined }).map(({ href }) => href);
  const article: Thing = {
    '@type': 'ScholarlyArticle',
    '@id': links[0],
    name: title,
    author: authors.map((name) => ({ '@type': 'Person', name })),
    datePublished: String(year),
    sameAs: links,
  };
  const own = ownClaims(facts.claims);
  return [
    article,
    ...own.flatMap((claim) => review(claim, article, address)),
    {
      '@type': 'Dataset',
      name: `Tables of the reproduction of “${title}”`,
      description: `Rows of the experiments by which ${facts.claims.length} claims of and about the paper are judged, as Parquet, with the code, parameters and seed that made them.`,
      creator: publisher,
      license: 'https://spdx.org/licenses/MIT.html',
      isAccessibleForFree: true,
      isBasedOn: links[0],
      url: address,
    },
  ];
}

function review(
  { id, statement, verdict, judgedOn }: ClaimFacts,
  article: Thing,
  address: string | undefined,
): Thing[] {
  if (verdict === 'not tested') return [];
  return [
    {
      '@type': 'ClaimReview',
      url: address && `${address}#claim-${id}`,
      claimReviewed: statement,
      datePublished: judgedOn,
      author: publisher,
      itemReviewed: { '@type': 'Claim', appearance: { '@id': article['@id'], '@type': 'ScholarlyArticle' } },
      reviewRating: {
        '@type': 'Rating',
        ratingValue: ratings[verdict],
        worstRating: 1,
        bestRating: 3,
        alternateName: verdict,
      },
    },
  ];
}
