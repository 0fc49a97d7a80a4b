import type { ShelfPaper } from './shelf-paper.js';

export const measuringInformation: readonly ShelfPaper[] = [
  {
    slug: 'mist',
    title: 'MIST: Mutual Information Via Supervised Training',
    authors: ['German Gritsai', 'Megan Richards', 'Maxime Méloux', 'Kyunghyun Cho', 'Maxime Peyrard'],
    year: 2025,
    venue: 'preprint',
    arxiv: '2511.18945',
    code: { repository: 'grgera/mist', licence: 'MIT' },
    subject: 'measuring information',
    sentence:
      'Teaches one network to read a small sample and state its mutual information, with an error bar, in a single pass.',
  },
  {
    slug: 'diffusion-spectral-entropy',
    title:
      'Assessing Neural Network Representations During Training Using Noise-Resilient Diffusion Spectral Entropy',
    authors: [
      'Danqi Liao',
      'Chen Liu',
      'Benjamin W. Christensen',
      'Alexander Tong',
      'Guillaume Huguet',
      'Guy Wolf',
      'Maximilian Nickel',
      'Ian Adelstein',
      'Smita Krishnaswamy',
    ],
    year: 2024,
    venue: 'IEEE CISS',
    arxiv: '2312.04823',
    code: {
      repository: 'ChenLiu-1996/DiffusionSpectralEntropy',
      licence: 'Yale non-commercial licence',
    },
    subject: 'measuring information',
    sentence:
      'Measures the entropy of hidden layers from the eigenvalues of a random walk on their points, where counting in bins fails.',
    aliases: ['DSE', 'DSMI'],
  },
  {
    slug: 'epiplexity',
    title: 'From Entropy to Epiplexity: Rethinking Information for Computationally Bounded Intelligence',
    authors: [
      'Marc Finzi',
      'Shikai Qiu',
      'Yiding Jiang',
      'Pavel Izmailov',
      'J. Zico Kolter',
      'Andrew Gordon Wilson',
    ],
    year: 2026,
    venue: 'preprint',
    arxiv: '2601.03220',
    code: { repository: 'shikaiqiu/epiplexity', licence: 'MIT' },
    subject: 'measuring information',
    sentence:
      'Splits what data holds for a learner of limited power into noise and learnable structure, and reads the structure off loss curves.',
  },
  {
    slug: 'semantic-information',
    title: "A Semantic Generalization of Shannon's Information Theory and Applications",
    authors: ['Chenguang Lu'],
    year: 2025,
    venue: 'Entropy 27(5)',
    arxiv: '2510.15871',
    doi: '10.3390/e27050461',
    subject: 'measuring information',
    sentence:
      'Gives every label a degree of truth and counts how much information its meaning, not just its symbol, conveys.',
    aliases: ['G theory', 'CM-EM', 'E3M', 'channels matching'],
  },
  {
    slug: 'condition-number',
    title: 'The Condition Number as a Scale-Invariant Proxy for Information Encoding in Neural Units',
    authors: ['Oswaldo Ludwig'],
    year: 2025,
    venue: 'preprint',
    arxiv: '2506.16289',
    code: { repository: 'oswaldoludwig/kappaTune', licence: 'Apache-2.0' },
    subject: 'measuring information',
    sentence:
      'Reads from how unevenly a weight matrix stretches space whether it has specialised, and fine-tunes only the matrices that have not.',
    aliases: ['KappaTune', 'LoRA'],
  },
];
