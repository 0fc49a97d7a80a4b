import type { ShelfPaper } from './shelf-paper.js';

export const informationBottleneck: readonly ShelfPaper[] = [
  {
    slug: 'cs-ib',
    title: 'Cauchy-Schwarz Divergence Information Bottleneck for Regression',
    authors: ['Shujian Yu', 'Xi Yu', 'Sigurd Løkse', 'Robert Jenssen', 'José C. Príncipe'],
    year: 2024,
    venue: 'ICLR',
    arxiv: '2404.17951',
    openReview: '7wY67ZDQTE',
    code: { repository: 'SJYuCNEL/Cauchy-Schwarz-Information-Bottleneck' },
    subject: 'information bottleneck',
    sentence:
      'Trains regression networks that forget their input, replacing squared error and variational bounds by a divergence computed directly from samples.',
    aliases: ['CS-IB', 'VIB', 'HSIC'],
  },
  {
    slug: 'lossy-compression-ib',
    title: 'Information Bottleneck Analysis of Deep Neural Networks via Lossy Compression',
    authors: [
      'Ivan Butakov',
      'Alexander Tolmachev',
      'Sofia Malanchuk',
      'Anna Neopryatnaya',
      'Alexey Frolov',
      'Kirill Andreev',
    ],
    year: 2024,
    venue: 'ICLR',
    arxiv: '2305.08013',
    code: { repository: 'VanessB/Information-v3', licence: 'GPL-3.0' },
    subject: 'information bottleneck',
    sentence:
      'Squeezes inputs and layers to a few numbers so that their mutual information can be followed while a network trains.',
    aliases: ['MNIST', 'information plane'],
  },
  {
    slug: 'adaptive-estimators',
    title: 'Adaptive Estimators Show Information Compression in Deep Neural Networks',
    authors: ['Ivan Chelombiev', 'Conor J. Houghton', "Cian O'Donnell"],
    year: 2019,
    venue: 'ICLR',
    arxiv: '1902.09037',
    code: { repository: 'ivansche/adaptive_estimators', licence: 'MIT' },
    subject: 'information bottleneck',
    sentence:
      'Argues that ReLU networks compress too, once the ruler for information adapts to the growing range of their activations.',
    aliases: ['EBAB', 'aKDE', 'information plane'],
  },
  {
    slug: 'ib-generalization-bound',
    title: 'How Does Information Bottleneck Help Deep Learning?',
    authors: ['Kenji Kawaguchi', 'Zhun Deng', 'Xu Ji', 'Jiaoyang Huang'],
    year: 2023,
    venue: 'ICML',
    arxiv: '2305.18887',
    code: { repository: 'xu-ji/information-bottleneck', licence: 'BSD-2-Clause' },
    subject: 'information bottleneck',
    sentence:
      'Bounds the gap between training and test error by the unneeded information that features and weights keep.',
  },
  {
    slug: 'entropy-coupling-bottleneck',
    title: 'Minimum Entropy Coupling with Bottleneck',
    authors: ['M. Reza Ebrahimi', 'Jun Chen', 'Ashish Khisti'],
    year: 2024,
    venue: 'NeurIPS (spotlight)',
    arxiv: '2410.21666',
    subject: 'information bottleneck',
    sentence:
      'Sends a symbol through a few bits so that the output follows a prescribed law and still tells most about the input.',
    aliases: ['MEC-B', 'Markov coding games'],
  },
];
