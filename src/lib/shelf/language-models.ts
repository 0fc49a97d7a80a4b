import type { ShelfPaper } from './shelf-paper.js';

export const languageModels: readonly ShelfPaper[] = [
  {
    slug: 'agentic-compression',
    title: 'An Information Theoretic Perspective on Agentic System Design',
    authors: [
      'Shizhe He',
      'Avanika Narayan',
      'Ishan S. Khare',
      'Scott W. Linderman',
      'Christopher Ré',
      'Dan Biderman',
    ],
    year: 2026,
    venue: 'ICLR',
    arxiv: '2512.21720',
    subject: 'language models',
    sentence:
      'Treats the model that summarises for another as a noisy channel, and asks which of the two deserves the computing power.',
  },
  {
    slug: 'conformal-information-pursuit',
    title: 'Conformal Information Pursuit for Interactively Guiding Large Language Models',
    authors: ['Kwan Ho Ryan Chan', 'Yuyan Ge', 'Edgar Dobriban', 'Hamed Hassani', 'René Vidal'],
    year: 2025,
    venue: 'NeurIPS',
    arxiv: '2507.03279',
    code: { repository: 'ryanchankh/ConformalInformationPursuit', licence: 'MIT' },
    subject: 'language models',
    sentence:
      'Plays Twenty Questions with a language model, measuring doubt by calibrated sets of candidates rather than by its own probabilities.',
    aliases: ['C-IP'],
  },
  {
    slug: 'entropy-adaptive-decoding',
    title: 'Entropy Adaptive Decoding: Dynamic Model Switching for Efficient Inference',
    authors: ['Toby Simonds'],
    year: 2025,
    venue: 'preprint',
    arxiv: '2502.06833',
    subject: 'language models',
    sentence:
      'Lets a small language model write while it is sure, and hands over to a large one when its entropy rises.',
  },
  {
    slug: 'coherent-contextual-decoding',
    title: 'Beyond Confidence: Adaptive and Coherent Decoding for Diffusion Language Models',
    authors: [
      'Kecheng Chen',
      'Ziru Liu',
      'Xijia Tao',
      'Hui Liu',
      'Xinyu Fu',
      'Suiyun Zhang',
      'Dandan Tu',
      'Lingpeng Kong',
      'Rui Liu',
      'Haoliang Li',
    ],
    year: 2026,
    venue: 'ICML',
    arxiv: '2512.02044',
    code: { repository: 'tonyckc/CCD-DLM-code' },
    subject: 'language models',
    sentence:
      'Unmasks words in a diffusion language model where confidence has lasted over several steps, saving steps on easy stretches.',
  },
  {
    slug: 'selforg',
    title: 'Stochastic Self-Organization in Multi-Agent Systems',
    authors: ['Nurbek Tastan', 'Samuel Horváth', 'Karthik Nandakumar'],
    year: 2026,
    venue: 'ICLR',
    arxiv: '2510.00685',
    subject: 'language models',
    sentence:
      'Decides which of several language models should listen to which by how close their answers lie to the average answer.',
  },
];
