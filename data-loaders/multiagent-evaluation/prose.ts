import { extent, flatRollup } from 'd3-array';
import { type ConditionCell, conditionsOf } from '../../src/lib/claims/claim-columns.js';
import { type DecidedClaim, meanOf, proseOn, where } from '../../src/lib/claims/prose.js';
import { count, decimals, percent, significant } from '../../src/lib/text/number.js';
import { tables } from '../../src/papers/multiagent-evaluation/tables.js';
import { definition as complexity } from './complexity.js';

const part = proseOn(tables);

const { slack } = complexity.profiles.full!;

/** The claims that are judged on random games. */
const onRandomGames = [
  'static-bound',
  'adaptive-correct',
  'adaptive-cheaper',
  'delta-fewer-interactions',
  'delta-more-errors',
  'cp-tighter',
  'relaxed-cheaper',
  'relaxed-more-errors',
  'interval-coverage',
  'intervals-shrink',
];

const isClopperPearson = ({ label }: ConditionCell) => label.includes('CP-UCB');

/** Whether no other scheme needs fewer games than the interval of one, for either kind of interval. */
function asGoodAsAny(scheme: string, claim: DecidedClaim): boolean {
  const conditions = conditionsOf(claim('adaptive-cheaper'));
  const own = conditions.filter(({ label }) => label.endsWith(`, ${scheme}`));
  if (own.length === 0) throw new RangeError(`no condition is about ${scheme}`);
  return own.every(({ label, low }) => {
    const [kind] = label.split(', ');
    return conditions.every((other) => !other.label.startsWith(`${kind}, `) || other.value! >= low!);
  });
}

export const prose = [
  part([], (_, claim) => {
    const correct = conditionsOf(claim('adaptive-correct'));
    const added = conditionsOf(claim('delta-more-errors'));
    const hoeffding = added.find(({ label }) => label === 'UCB')!;
    const clopperPearson = added.find(({ label }) => label === 'CP-UCB')!;
    return {
      'most-claims-hold':
        onRandomGames.filter((id) => claim(id).verdict === 'reproduced').length > onRandomGames.length / 2,
      'tighter-kind-open':
        claim('adaptive-correct').verdict === 'inconclusive' &&
        correct.every((one) => one.verdict === 'reproduced' || isClopperPearson(one)),
      'wider-kind-hardly-wrong': hoeffding.verdict === 'not reproduced' && hoeffding.value! > 0,
      'wrong-edges-show': clopperPearson.verdict === 'reproduced',
      'wrong-edges-at-large-delta': percent(clopperPearson.value!),
      'exhaustive-as-good': asGoodAsAny('UE', claim),
      'toss-up': claim('elo-intransitive').verdict === 'reproduced',
    };
  }),
  part(['samples', 'games'], ({ samples, games }) => {
    const { edges } = games.find(({ game }) => game === 'soccer')!;
    const soccer = where(samples, ({ game }) => game === 'soccer');
    const strict = where(soccer, ({ conf }) => !conf.startsWith('R-'));
    const relaxed = where(soccer, ({ conf }) => conf.startsWith('R-'));
    const unfinished = strict.filter(({ unresolved }) => unresolved > 0);
    const largest = Math.max(...strict.map(({ delta }) => delta));
    const finished = strict.filter(({ unresolved }) => unresolved === 0);
    const undecided = (scheme: string) =>
      meanOf(
        where(strict, (row) => row.scheme === scheme && row.delta === 0.1),
        ({ unresolved }) => unresolved / edges,
      );
    const wrong = flatRollup(
      relaxed,
      (runs) => meanOf(runs, ({ edge_errors }) => edge_errors),
      ({ conf }) => conf,
      ({ delta }) => delta,
    ).map(([, , errors]) => errors);
    const [least, most] = extent(wrong) as [number, number];
    return {
      'soccer-edges': count(edges),
      'strict-unfinished':
        unfinished.length > strict.length / 2 &&
        finished.length > 0 &&
        finished.every(({ conf, delta }) => conf === 'CP-UCB' && delta === largest),
      'largest-delta': significant(largest),
      'relaxed-finish': relaxed.every(({ unresolved }) => unresolved === 0),
      'relaxed-wrong': least > edges / 50,
      'exhaustive-stands-still':
        undecided('UE') > 0.5 && ['U', 'VW', 'CW'].every((scheme) => undecided(scheme) < 0.25),
      'undecided-exhaustive': percent(undecided('UE')),
      'undecided-weighted': percent(undecided('VW')),
      'least-wrong': count(least),
      'most-wrong': count(most),
    };
  }),
  part(['soccer_gaps'], ({ soccer_gaps }) => {
    const small = meanOf(soccer_gaps, ({ gap }) => Number(gap < 2 * slack));
    return {
      'most-gaps-small': small > 0.5,
      'small-gaps': percent(small),
      'small-gap': decimals(2 * slack, 1),
    };
  }),
];
