import { InvalidArgumentError } from 'commander';

/** Reads an argument that is a whole number from 0 to `most`. */
export const wholeNumberUpTo =
  (most: number) =>
  (text: string): number => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value > most)
      throw new InvalidArgumentError(`a whole number from 0 to ${most} is wanted.`);
    return value;
  };

/** Reads an argument that is a whole number from 1 to `most`. */
export const positiveNumberUpTo =
  (most: number) =>
  (text: string): number => {
    const value = wholeNumberUpTo(most)(text);
    if (value === 0) throw new InvalidArgumentError('at least 1 is wanted.');
    return value;
  };
