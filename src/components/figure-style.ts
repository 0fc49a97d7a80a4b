/**
 * Options that every figure of Plot shares: the page's font at a size that can be read on a phone, and margins
 * to match. Spread them first: `Plot.plot({ ...figureStyle, width, … })`.
 */
export const figureStyle = {
  marginTop: 30,
  marginRight: 20,
  marginBottom: 46,
  marginLeft: 48,
  style: { fontFamily: 'inherit', fontSize: '13px', overflow: 'visible' },
} as const;
