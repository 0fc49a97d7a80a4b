"""alpha-Rank and ResponseGraphUCB of OpenSpiel."""

import random
from time import perf_counter

import numpy as np
from open_spiel.python.algorithms import response_graph_ucb, response_graph_ucb_utils
from open_spiel.python.egt import alpharank


def tables(file, rows):
    """Payoffs of both players of a game whose payoffs add up to one."""
    first = np.fromfile(file).reshape(rows, rows)
    return np.stack([first, 1 - first])


def rank(file, rows, alpha, epsilon):
    """alpha-Rank over profiles; of infinite alpha where there is none."""
    payoffs = list(tables(file, rows))
    start = perf_counter()
    if alpha is None:
        found = alpharank.compute(payoffs, use_inf_alpha=True, inf_alpha_eps=epsilon)
    else:
        found = alpharank.compute(payoffs, m=50, alpha=alpha)
    return {"seconds": perf_counter() - start, "value": found[2].tolist()}


def bandit(file, rows, delta, seed):
    """One run until every edge is decided: uniform-exhaustive, Clopper-Pearson."""
    random.seed(seed)
    np.random.seed(seed)
    game = response_graph_ucb_utils.ZeroSumBernoulliGameSampler([rows, rows], means=tables(file, rows), payoff_bounds=[0, 1])
    start = perf_counter()
    sampler = response_graph_ucb.ResponseGraphUCB(
        game, exploration_strategy="uniform-exhaustive", confidence_method="clopper-pearson-ucb", delta=delta
    )
    found = sampler.run(verbose=False, max_total_iterations=1_000_000)
    return {"seconds": perf_counter() - start, "value": found["interactions"]}
