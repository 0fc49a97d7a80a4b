import { createRequire } from 'node:module';
import { installLazyDom } from '../../../kernels/jupyter/display/lazy-dom.js';
import { withDocument } from '../../../kernels/jupyter/display/plot-document.js';
import { toBundle } from '../../../kernels/jupyter/display/to-bundle.js';

/** Draws charts as the cells of a fresh kernel do, and prints what there is to see of them as JSON. */
const require = createRequire(import.meta.url);
const jsdomLoaded = () => Object.keys(require.cache).some((file) => file.includes('/node_modules/jsdom/'));

installLazyDom();
const tf = await import('@tensorflow/tfjs-core');
await import('@tensorflow/tfjs-backend-wasm');
await import('arquero');
const Plot = withDocument(await import('@observablehq/plot'), () => document);
const early = { jsdomLoaded: jsdomLoaded(), scriptDocument: document.currentScript };

const rows = Array.from({ length: 60 }, (_, i) => ({ x: i, y: Math.sin(i / 9), group: 'abc'[i % 3] }));
const channels = { x: 'x', y: 'y' };
const charts = {
  line: Plot.plot({ marks: [Plot.frame(), Plot.lineY(rows, { ...channels, tip: true })] }),
  swatches: Plot.plot({
    color: { legend: true },
    marks: [Plot.dot(rows, { ...channels, fill: 'group', clip: true })],
  }),
  ramp: Plot.plot({
    title: 'Sine',
    color: { legend: true, scheme: 'viridis' },
    marks: [Plot.dot(rows, { ...channels, fill: 'y' })],
  }),
  text: Plot.text(rows.slice(0, 3), { ...channels, text: 'group', stroke: 'white' }).plot(),
  auto: Plot.auto(rows, channels).plot(),
  bars: Plot.barX(rows, Plot.groupY({ x: 'count' }, { y: 'group' })).plot({ marginLeft: 60 }),
  raster: Plot.raster({ x1: 0, y1: 0, x2: 1, y2: 1, fill: (x: number, y: number) => x * y }).plot({
    width: 80,
    height: 60,
  }),
  legend: Plot.legend({ color: { type: 'linear', domain: [0, 1] } }),
};

process.stdout.write(
  JSON.stringify({
    early,
    isBrowser: tf.env().getBool('IS_BROWSER'),
    window: typeof window,
    ownerIsDocument: charts.line.ownerDocument === document,
    isNode: charts.line instanceof Node,
    charts: Object.fromEntries(Object.entries(charts).map(([name, chart]) => [name, toBundle(chart).data])),
  }),
);
