import type { ArrayDataset, ByteArray } from './array-dataset.js';

type Split = 'train' | 'test';

/** What the four files have in common. The source is a mirror: the original one asks for a password now. */
function mnistFile(
  split: Split,
  content: 'images' | 'labels',
  size: { readonly bytes: number; readonly sha256: string },
): ArrayDataset {
  const file = `${split === 'train' ? 'train' : 't10k'}-${content}-idx${content === 'images' ? 3 : 1}-ubyte`;
  const rows = split === 'train' ? 60_000 : 10_000;
  return {
    name: `mnist-${split}-${content}`,
    title: `MNIST (${split === 'train' ? 'training' : 'test'} ${content})`,
    licence: 'CC BY-SA 3.0',
    citation:
      'Y. LeCun, L. Bottou, Y. Bengio and P. Haffner, "Gradient-based learning applied to document recognition", Proceedings of the IEEE 86 (1998) 2278–2324',
    homepage: 'http://yann.lecun.com/exdb/mnist/',
    source: { url: `https://ossci-datasets.s3.amazonaws.com/mnist/${file}.gz`, format: 'gzip' },
    collections: [`mnist-${split}`, 'mnist'],
    file: `mnist/${file}`,
    rows,
    shape: content === 'images' ? [rows, 28, 28] : [rows],
    ...size,
  };
}

/** Handwritten digits: 28 × 28 pixels from 0 (background) to 255 (ink), and which digit each is. */
export const mnist: readonly ArrayDataset[] = [
  mnistFile('train', 'images', {
    bytes: 47_040_016,
    sha256: 'ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db',
  }),
  mnistFile('train', 'labels', {
    bytes: 60_008,
    sha256: '65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5',
  }),
  mnistFile('test', 'images', {
    bytes: 7_840_016,
    sha256: '0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7',
  }),
  mnistFile('test', 'labels', {
    bytes: 10_008,
    sha256: 'ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2',
  }),
];

/** Names of the files of a split, for `Definition.datasets`: the test files alone are a thirtieth to fetch. */
export function mnistNames(...splits: readonly Split[]): string[] {
  return splits.flatMap((split) => [`mnist-${split}-images`, `mnist-${split}-labels`]);
}

/** Images and their labels. */
export interface Digits {
  /** Bytes, `[n, 784]`. */
  readonly images: Uint8Array;
  /** 0 to 9, `[n]`. */
  readonly labels: Uint8Array;
}

/** A split of the data set, by `array` of an experiment's context. */
export async function mnistDigits(
  array: (name: string) => Promise<ByteArray>,
  split: Split,
): Promise<Digits> {
  const [images, labels] = await Promise.all(mnistNames(split).map(array));
  return { images: images.values, labels: labels.values };
}

/** The mean and the standard deviation of all pixels of the training images, as fractions of 255, as they are quoted. */
const quoted = { mean: 0.1307, deviation: 0.3081 };

/** Pixels as a network is given them: (byte / 255 − 0.1307) / 0.3081. */
export function standardisedPixels(images: Uint8Array): Float32Array {
  return Float32Array.from(images, (byte) => (byte / 255 - quoted.mean) / quoted.deviation);
}
