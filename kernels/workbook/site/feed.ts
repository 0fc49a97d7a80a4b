import { max } from 'd3-array';
import { Feed } from 'feed';
import { ownClaims } from '../../../src/lib/claims/claim.js';
import type { PageFacts } from '../../../src/lib/claims/page-facts.js';
import { countVerdicts, verdicts } from '../../../src/lib/claims/verdict.js';
import { shelfPaper } from '../../../src/lib/shelf/shelf.js';
import { escapeMarkup } from './escape-markup.js';

/** Midnight of a day, ISO 8601. */
const at = (day: string) => new Date(`${day.slice(0, 10)}T00:00:00Z`);

/**
 * Verdicts as an Atom feed: of each paper an entry for the day of the last run that decided one of them, and an entry for
 * each change of a criterion after it had been fixed. A new run has a new day, hence a new entry.
 *
 * @param site with a slash at its end
 * @param papers facts by slug
 */
export function verdictFeed(site: string, papers: ReadonlyMap<string, PageFacts>): string {
  const items = [...papers]
    .flatMap(([slug, facts]) => [...verdictsOf(site, slug, facts), ...amendmentsOf(site, slug, facts)])
    .sort((a, b) => b.date.getTime() - a.date.getTime());
  const feed = new Feed({
    id: site,
    title: 'Litmus: verdicts',
    description:
      'What became of the claims of papers that were run again, and of the criteria they are judged by.',
    link: site,
    feedLinks: { atom: `${site}feed.xml` },
    copyright: 'MIT',
    generator: 'Litmus',
    author: { name: 'Litmus' },
    // Of what it tells, not of the build that wrote it.
    updated: items[0]?.date ?? at('1970-01-01'),
  });
  for (const item of items) feed.addItem(item);
  return feed.atom1();
}

function verdictsOf(site: string, slug: string, { claims }: PageFacts) {
  const day = max(claims, ({ judgedOn }) => judgedOn ?? undefined);
  if (day === undefined) return [];
  const link = `${site}papers/${slug}`;
  const own = ownClaims(claims);
  const counts = countVerdicts(own.map(({ verdict }) => verdict));
  const present = verdicts.filter((verdict) => counts[verdict] > 0);
  const lines = own.map(({ statement, verdict }) => `<li>${escapeMarkup(statement)} <b>${verdict}</b></li>`);
  return [
    {
      id: `${link}#verdicts-${day}`,
      title: `${shelfPaper(slug).title}: ${present.map((verdict) => `${counts[verdict]} ${verdict}`).join(', ')}`,
      link,
      date: at(day),
      content: `<ul>${lines.join('')}</ul>`,
    },
  ];
}

function amendmentsOf(site: string, slug: string, { amendments }: PageFacts) {
  return amendments.map(({ date, claim, what, why, before, after }) => ({
    id: `${site}papers/${slug}#amendment-${claim}-${date.slice(0, 10)}`,
    title: `${slug}: the criterion of ${claim} was ${what} (${before ?? 'no verdict'} → ${after ?? 'no verdict'})`,
    link: `${site}papers/${slug}#claim-${claim}`,
    date: at(date),
    content: escapeMarkup(why),
  }));
}
