import { random } from '../../lib/statistics/random.js';
import { infiniteAlphaRank, responseGraphRank } from '../../papers/multiagent-evaluation/games/alpha-rank.js';
import { bernoulliPlay } from '../../papers/multiagent-evaluation/games/bernoulli-play.js';
import type { ConfidenceKind } from '../../papers/multiagent-evaluation/games/confidence.js';
import { constantSum } from '../../papers/multiagent-evaluation/games/game.js';
import { responseGraphBandit } from '../../papers/multiagent-evaluation/games/response-graph-bandit.js';
import type { SamplingScheme } from '../../papers/multiagent-evaluation/games/sampling-scheme.js';
import { gains } from '../../papers/multiagent-evaluation/games/unilateral-edges.js';

export interface LiveBanditSettings {
  /** Probability that the row player wins, at each of the four profiles. */
  readonly wins: readonly [number, number, number, number];
  readonly delta: number;
  readonly kind: ConfidenceKind;
  readonly scheme: SamplingScheme;
  /** Intervals that hold at all times. */
  readonly always: boolean;
  readonly seed: number;
}

export const liveProfiles = ['(1, 1)', '(1, 2)', '(2, 1)', '(2, 2)'];
/** Games after which a run gives up. */
export const liveCap = 5000;
const slack = 0.1;

/** An edge of the response graph as it was found. */
export interface LiveEdge {
  /** Where the arrow begins and ends, by number of profile. */
  readonly from: number;
  readonly to: number;
  readonly state: 'decided' | 'undecided' | 'wrong';
}

/** The interval of a player's payoff at a profile, and the payoff. */
export interface LiveInterval {
  readonly player: string;
  readonly profile: string;
  readonly low: number;
  readonly high: number;
  readonly truth: number;
}

export interface LiveBandit {
  readonly interactions: number;
  readonly undecided: number;
  readonly counts: readonly number[];
  readonly edges: readonly LiveEdge[];
  readonly intervals: readonly LiveInterval[];
  /** α-Rank of the game, and of the graph that was found, `[4]`. */
  readonly ranking: readonly number[];
  readonly found: readonly number[];
  /** Share of each profile in the games so far, along the run. */
  readonly history: readonly {
    readonly interactions: number;
    readonly profile: string;
    readonly share: number;
  }[];
}

/** A run of ResponseGraphUCB on a game of two strategies each: some milliseconds. */
export function liveBandit({ wins, seed, ...options }: LiveBanditSettings): LiveBandit {
  const game = constantSum([
    [wins[0], wins[1]],
    [wins[2], wins[3]],
  ]);
  const source = random(seed, 'live-bandit');
  const bandit = responseGraphBandit(game.sizes, bernoulliPlay(game, source), { ...options, slack }, source);
  const history: LiveBandit['history'][number][] = [];
  for (let stop = 4; ; stop = Math.ceil(stop * 1.06)) {
    bandit.runTo(Math.min(stop, liveCap));
    const { interactions } = bandit;
    bandit.counts.forEach((count, s) => {
      history.push({ interactions, profile: liveProfiles[s], share: count / interactions });
    });
    if (bandit.undecided === 0 || interactions >= liveCap) break;
  }
  const guess = bandit.bestGuess();
  const truth = gains(game, bandit.edges);
  const edges = Array.from(guess, (direction, e): LiveEdge => {
    const ends = [bandit.edges.first[e], bandit.edges.second[e]];
    const [from, to] = direction > 0 ? ends : ends.reverse();
    const state = bandit.directions[e] === 0 ? 'undecided' : direction * truth[e] < 0 ? 'wrong' : 'decided';
    return { from, to, state };
  });
  const intervals = ['row player', 'column player'].flatMap((player, k) =>
    liveProfiles.map((profile, s) => {
      const [low, high] = bandit.interval(k, s);
      return { player, profile, low, high, truth: game.payoffs[k][s] };
    }),
  );
  return {
    interactions: bandit.interactions,
    undecided: bandit.undecided,
    counts: Array.from(bandit.counts),
    edges,
    intervals,
    ranking: Array.from(infiniteAlphaRank(game)),
    found: Array.from(responseGraphRank(game.sizes, bandit.edges, guess)),
    history,
  };
}
