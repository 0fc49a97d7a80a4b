import type { ShelfPaper } from './shelf-paper.js';

export const applications: readonly ShelfPaper[] = [
  {
    slug: 'mult-vae',
    title: 'Variational Autoencoders for Collaborative Filtering',
    authors: ['Dawen Liang', 'Rahul G. Krishnan', 'Matthew D. Hoffman', 'Tony Jebara'],
    year: 2018,
    venue: 'WWW',
    arxiv: '1802.05814',
    code: { repository: 'dawenl/vae_cf', licence: 'Apache-2.0' },
    subject: 'applications',
    sentence:
      'Recommends items by treating a history of clicks as draws in which all items compete, with a deliberately weak prior.',
    aliases: ['Mult-VAE', 'Mult-DAE'],
  },
  {
    slug: 'dual-aligned-semantic-ids',
    title: 'DAS: Dual-Aligned Semantic IDs Empowered Industrial Recommender System',
    authors: ['Wencai Ye', 'Mingjie Sun', 'Shaoyun Shi', 'Peng Wang', 'Wenjin Wu', 'Peng Jiang'],
    year: 2025,
    venue: 'CIKM',
    arxiv: '2508.10584',
    subject: 'applications',
    sentence:
      'Describes adverts and users by short codes that reflect both what a thing shows and who likes it.',
  },
  {
    slug: 'gain-control',
    title: 'Adaptive coding efficiency in recurrent cortical circuits via gain control',
    authors: ['Lyndon R. Duong', 'Colin Bredenberg', 'David J. Heeger', 'Eero P. Simoncelli'],
    year: 2023,
    venue: 'preprint',
    arxiv: '2305.19869',
    subject: 'applications',
    sentence:
      'Explains how visual neurons adapt to repeated stimuli by turning a volume knob each, without rewiring any synapse.',
    aliases: ['V1', 'orientation tuning'],
  },
  {
    slug: 'operational-data-sharing',
    title:
      'ODS: A self-reporting system for radio telescopes to coexist with adaptive satellite constellations',
    authors: [
      'Bang D. Nhan',
      'Christopher G. De Pree',
      'Anthony Beasley',
      'Mark Whitehead',
      'Kevin Ryan',
      'Daniel Faes',
      'Thomas Chamberlin',
      'Dawn Pattison',
      'Victoria Catlett',
      'Aaron Lawson',
      'Daniel Bautista',
      'Sheldon Wasik',
      'Daniel Dueri',
      'Matt Iverson',
      'Jacob Donenfeld',
      'Brian Schepis',
      'David Goldstein',
    ],
    year: 2025,
    venue: 'preprint',
    arxiv: '2502.15068',
    subject: 'applications',
    sentence:
      'Tells satellites where a radio telescope is pointing, so that they steer their beams away for just those seconds.',
  },
];
