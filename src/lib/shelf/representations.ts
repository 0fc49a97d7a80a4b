import type { ShelfPaper } from './shelf-paper.js';

export const representations: readonly ShelfPaper[] = [
  {
    slug: 'information-koopman',
    title: 'Information Shapes Koopman Representation',
    authors: [
      'Xiaoyuan Cheng',
      'Wenxuan Yuan',
      'Yiming Yang',
      'Yuanzhao Zhang',
      'Sibo Cheng',
      'Yi He',
      'Zhuo Sun',
    ],
    year: 2026,
    venue: 'ICLR (oral)',
    arxiv: '2510.13025',
    code: { repository: 'Wenxuan52/InformationKoopman' },
    subject: 'representations',
    sentence:
      'Says which information a linear model of a nonlinear system must keep, balancing simplicity in time against many live modes.',
    aliases: ['Koopman operator', 'Lorenz'],
  },
  {
    slug: 'wasserstein-dependency',
    title: 'Wasserstein Dependency Measure for Representation Learning',
    authors: [
      'Sherjil Ozair',
      'Corey Lynch',
      'Yoshua Bengio',
      'Aäron van den Oord',
      'Sergey Levine',
      'Pierre Sermanet',
    ],
    year: 2019,
    venue: 'NeurIPS',
    arxiv: '1903.11780',
    subject: 'representations',
    sentence:
      'Keeps contrastive encoders from stopping at the easiest factors by forcing the critic that judges pairs to be smooth.',
    aliases: ['WDM', 'contrastive predictive coding'],
  },
  {
    slug: 'contrastive-mim',
    title:
      'Contrastive Mutual Information Learning: Toward Robust Representations without Positive-Pair Augmentations',
    authors: ['Micha Livne'],
    year: 2025,
    venue: 'preprint',
    arxiv: '2509.21511',
    subject: 'representations',
    sentence:
      'Adds a contrast against the batch average to an auto-encoder, so that codes separate inputs without any augmented pairs.',
    aliases: ['cMIM'],
  },
  {
    slug: 'lambda-orthogonality',
    title: 'λ-Orthogonality Regularization for Compatible Representation Learning',
    authors: ['Simone Ricci', 'Niccolò Biondi', 'Federico Pernici', 'Ioannis Patras', 'Alberto Del Bimbo'],
    year: 2025,
    venue: 'NeurIPS',
    arxiv: '2509.16664',
    code: { repository: 'miccunifi/lambda_orthogonality' },
    subject: 'representations',
    sentence:
      'Lets a search system change its network without recomputing its gallery, through a map that may bend space only a little.',
  },
  {
    slug: 'continual-learning',
    title: 'A Comprehensive Survey of Continual Learning: Theory, Method and Application',
    authors: ['Liyuan Wang', 'Xingxing Zhang', 'Hang Su', 'Jun Zhu'],
    year: 2024,
    venue: 'IEEE TPAMI 46(8)',
    arxiv: '2302.00487',
    subject: 'representations',
    sentence:
      'Maps five families of remedies for networks that forget an old task as soon as they learn a new one.',
  },
  {
    slug: 'karl-tokenizer',
    title: 'Single-pass Adaptive Image Tokenization for Minimum Program Search',
    authors: ['Shivam Duggal', 'Sanghyun Byun', 'William T. Freeman', 'Antonio Torralba', 'Phillip Isola'],
    year: 2025,
    venue: 'preprint',
    arxiv: '2507.07995',
    code: { repository: 'ShivamDuggal4/karl' },
    subject: 'representations',
    sentence:
      'Gives plain pictures few tokens and busy ones many, choosing the number in one pass from the quality asked for.',
  },
  {
    slug: 'adatrans',
    title: 'Adaptive Nonlinear Latent Transformation for Conditional Face Editing',
    authors: ['Zhizhong Huang', 'Siteng Ma', 'Junping Zhang', 'Hongming Shan'],
    year: 2023,
    venue: 'ICCV',
    arxiv: '2307.07790',
    code: { repository: 'Hzzone/AdaTrans' },
    subject: 'representations',
    sentence:
      'Edits a generated face in several small learned steps, so that one attribute changes and the others stay.',
  },
  {
    slug: 'weight-aware-distillation',
    title: 'Semi-Supervised Learning via Weight-aware Distillation under Class Distribution Mismatch',
    authors: ['Pan Du', 'Suyun Zhao', 'Zisen Sheng', 'Cuiping Li', 'Hong Chen'],
    year: 2023,
    venue: 'ICCV',
    arxiv: '2308.11874',
    code: { repository: 'RUC-DWBI-ML/research' },
    subject: 'representations',
    sentence:
      'Learns from a heap of unlabelled pictures, most of them irrelevant, by weighting each according to how clearly it belongs.',
  },
];
