import { type Labels, labelsOf } from '../../lib/information/labels.js';

/** The labels of the patterns 0 … 4095, first bits first. */
const packedLabels =
  '0000000000000003000000030001173f000000010001051f0000011705175f7f0000000300000017000001330013177f' +
  '000000030007073f0000013f15177f7f000000030000010f000000170007177f0001000f050f0f7f0007073f175f7fff' +
  '0003003f0007033f0013033f003f3fff001f073f077f0fff003f073f5f7f7fff0000000000000007000000130101177f' +
  '000000070505175f00001517555f7f7f000000130000003f001311331113777f0017003f155f5f7f1517153f555f7f7f' +
  '000000070007050f0000003f05075f7f051f077f5f5f5fff155f5f7f5f5fffff013f037f057f0fff117f33ff557f7fff' +
  '5fff7fff7fffffff7fff7fffffffffff0000000100000117000111371117777f000000030105171f0111173757577fff' +
  '000100330013133f1133337f17777fff001300331517173f1133777f77777fff000000030000013f0013133f15177f7f' +
  '0007000f050f5f7f1517173f5f5f7fff0037133f003f133f137f33ff777f7fff177f17ff5f7f5fff777f77ff7f7f7fff' +
  '00000013000015171111177755777f7f0115151755555f5f555577777f7fffff1137137f1577777f777777ff7777ffff' +
  '577f777f7f7f7f7f77ff77ffffffffff0017003f1517153f1577777f55777f7f577f5f7f5fff5fff7f7f7f7fffffffff' +
  '77ff7fff7fff7fff7fffffffffffffffffffffffffffffffffffffffffffffff';

/** All patterns of twelve bits and a binary label of each. */
export interface TwelveBitTask {
  /** Zeros and ones, the highest bit of the pattern's number first, `[4096, 12]`, row-major. */
  readonly inputs: Float64Array;
  /** The label, 0 or 1, of each pattern. */
  readonly labels: Labels;
}

/**
 * The classification task of R. Shwartz-Ziv and N. Tishby, "Opening the black box of deep neural networks via
 * information" (2017): all 4096 patterns of twelve bits, 2118 of them with label 1. Each is equally likely, so that
 * an injective T has I(X;T) = 12 log 2 and I(T;Y) = H(Y). The labels are those of their released data.
 */
export function twelveBitTask(): TwelveBitTask {
  const inputs = Float64Array.from(
    { length: 4096 * 12 },
    (_, at) => (Math.floor(at / 12) >> (11 - (at % 12))) & 1,
  );
  const digits = Array.from(packedLabels, (digit) => parseInt(digit, 16));
  return {
    inputs,
    labels: labelsOf(Uint8Array.from({ length: 4096 }, (_, i) => (digits[i >> 2] >> (3 - (i & 3))) & 1)),
  };
}
