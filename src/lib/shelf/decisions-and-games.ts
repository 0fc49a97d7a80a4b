import type { ShelfPaper } from './shelf-paper.js';

export const decisionsAndGames: readonly ShelfPaper[] = [
  {
    slug: 'multiagent-evaluation',
    title: 'Multiagent Evaluation under Incomplete Information',
    authors: [
      'Mark Rowland',
      'Shayegan Omidshafiei',
      'Karl Tuyls',
      'Julien Pérolat',
      'Michal Valko',
      'Georgios Piliouras',
      'Rémi Munos',
    ],
    year: 2019,
    venue: 'NeurIPS',
    arxiv: '1909.09849',
    code: { repository: 'google-deepmind/open_spiel', licence: 'Apache-2.0' },
    subject: 'decisions and games',
    sentence:
      'Counts how many noisy matches a fair ranking of competing agents needs, and spends them only where the order is undecided.',
    aliases: ['α-Rank', 'alpha-rank', 'ResponseGraphUCB', 'Elo'],
  },
  {
    slug: 'learning-to-actively-learn',
    title: 'Learning to Actively Learn: A Robust Approach',
    authors: ['Jifan Zhang', 'Lalit Jain', 'Kevin Jamieson'],
    year: 2020,
    venue: 'preprint',
    arxiv: '2010.15382',
    subject: 'decisions and games',
    sentence:
      'Trains a strategy for asking questions against an adversary that picks the hardest problem of a given difficulty.',
  },
  {
    slug: 'meta-representations',
    title: 'Learning Meta Representations for Agents in Multi-Agent Reinforcement Learning',
    authors: ['Shenao Zhang', 'Li Shen', 'Lei Han', 'Li Shen'],
    year: 2021,
    venue: 'preprint',
    arxiv: '2108.12988',
    code: { repository: 'shenao-zhang/MRA' },
    subject: 'decisions and games',
    sentence:
      'Trains agents for games with any number of players by sharing common knowledge and sampling what differs between games.',
  },
];
