/** An estimate with its interval of 95 %, and the test that the interval inverts. */
export interface TestedInterval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Two-sided p value of the hypothesis that the true value is `x`: above 0.05 within the interval. */
  pValue(x: number): number;
}
