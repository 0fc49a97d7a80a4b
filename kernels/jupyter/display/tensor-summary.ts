import { firstValues, spread } from './number-summary.js';
import { numberText } from './number-text.js';

/** What of a TensorFlow.js tensor is used here. */
interface TensorLike {
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly dataId: object;
  readonly rank: number;
  readonly isDisposed?: boolean;
  dataSync?(): ArrayLike<number> | readonly string[];
}

/**
 * A TensorFlow.js tensor in words: `Tensor float32 [3, 4]`, then how its values spread and the first of them, where
 * they can be read at once (WebGPU cannot). Makes no tensor. `undefined` for anything else.
 */
export function tensorSummary(value: unknown): string | undefined {
  if (!isTensor(value)) return undefined;
  const name = `Tensor ${value.dtype} [${value.shape.join(', ')}]`;
  if (value.isDisposed) return `${name} (disposed)`;
  const data = readData(value);
  if (!data) return `${name} (values are on the device: await tensor.data())`;
  if (value.dtype === 'string')
    return `${name}\n${firstValues<unknown>(data, (item) => JSON.stringify(item))}`;
  const numbers = data as ArrayLike<number>;
  if (value.dtype === 'complex64') return `${name}\n${complexValues(numbers)}`;
  if (numbers.length === 0) return name;
  if (value.rank === 0 && value.dtype !== 'bool') return `${name} ${numberText(numbers[0])}`;
  if (value.dtype === 'bool') return `${name}\n${firstValues(numbers, (item) => String(item !== 0))}`;
  return `${name}\n${spread(numbers)}\n${firstValues(numbers, numberText)}`;
}

function isTensor(value: unknown): value is TensorLike {
  if (typeof value !== 'object' || value === null) return false;
  const { shape, dtype, dataId, rank } = value as Partial<TensorLike>;
  return (
    Array.isArray(shape) &&
    typeof dtype === 'string' &&
    typeof dataId === 'object' &&
    typeof rank === 'number'
  );
}

/** Without the warning that WebGPU gives to those who ask it to read at once: here nobody did. */
function readData(tensor: TensorLike): ArrayLike<unknown> | undefined {
  const { warn } = console;
  try {
    Object.assign(console, { warn: () => undefined });
    return tensor.dataSync?.();
  } catch {
    return undefined;
  } finally {
    Object.assign(console, { warn });
  }
}

/** Of a complex tensor, TensorFlow.js gives real and imaginary parts in turn. */
function complexValues(parts: ArrayLike<number>): string {
  const pairs = Array.from({ length: parts.length / 2 }, (_, i) => [parts[2 * i], parts[2 * i + 1]]);
  return firstValues(pairs, ([re, im]) => `${numberText(re)}${im < 0 ? '' : '+'}${numberText(im)}i`);
}
