import type { ShelfPaper } from './shelf-paper.js';

export const learningTheory: readonly ShelfPaper[] = [
  {
    slug: 'adaptive-data-analysis',
    title: 'Preserving Statistical Validity in Adaptive Data Analysis',
    authors: [
      'Cynthia Dwork',
      'Vitaly Feldman',
      'Moritz Hardt',
      'Toniann Pitassi',
      'Omer Reingold',
      'Aaron Roth',
    ],
    year: 2015,
    venue: 'STOC',
    arxiv: '1411.2664',
    subject: 'learning theory',
    sentence:
      'Shows how many questions one data set can answer when each depends on earlier answers, and how noise protects it.',
    aliases: ['Thresholdout', 'reusable holdout', 'differential privacy'],
  },
  {
    slug: 'universality-lens',
    title: 'The Universality Lens: Why Even Highly Over-Parametrized Models Learn Well',
    authors: ['Meir Feder', 'Ruediger Urbanke', 'Yaniv Fogel'],
    year: 2025,
    venue: 'preprint',
    arxiv: '2506.07661',
    subject: 'learning theory',
    sentence:
      'Explains why huge models generalise: truths that many parameter settings implement are learnt from few examples.',
  },
  {
    slug: 'unsupervised-pretraining',
    title: 'On the Provable Advantage of Unsupervised Pretraining',
    authors: ['Jiawei Ge', 'Shange Tang', 'Jianqing Fan', 'Chi Jin'],
    year: 2024,
    venue: 'ICLR (spotlight)',
    arxiv: '2303.01566',
    subject: 'learning theory',
    sentence: 'Proves when fitting a model to plentiful unlabelled data first makes a few labels go further.',
  },
];
