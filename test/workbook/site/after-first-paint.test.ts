import { runInNewContext } from 'node:vm';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { startAfterFirstPaint } from '../../../kernels/workbook/site/after-first-paint.js';

/** The head of a page as Framework's build makes it. */
const page = (module: string) => `<!DOCTYPE html>
<html>
<head>
<link rel="stylesheet" type="text/css" href="./style.css">
<link rel="modulepreload" href="./_observablehq/client.js">
<link rel="modulepreload" href="./_import/a.js">
<script>early()</script>
<script type="module" src="./_import/page-start.js"></script>
<script type="module">

ofThePage();

</script>
<script type="module">

${module}
</script>
</head>
<body><p>Text.</p></body>
</html>
`;

const cells = `import {define} from "./_observablehq/client.js";
import {registerFile} from "./_observablehq/stdlib.js";

define({body: () => \`
import {define} from "$&";
\`});
`;

const made = (module: string) => {
  const { document } = new JSDOM(startAfterFirstPaint(page(module))).window;
  const modules = Array.from(
    document.querySelectorAll('script[type=module]'),
    (script) => script.textContent,
  );
  return { document, modules };
};

describe('a page that starts after its first paint', () => {
  it('names no module of its cells for the browser to fetch before', () => {
    const { document } = made(cells);
    expect(document.querySelector('link[rel=modulepreload]')).toBeNull();
    expect(document.querySelectorAll('link[rel=stylesheet], script:not([type])')).toHaveLength(2);
    // It listens whether the reader moves.
    expect(document.querySelector('script[src]')!.getAttribute('src')).toBe('./_import/page-start.js');
    expect(document.querySelector('p')!.textContent).toBe('Text.');
  });

  it('then asks for all of them at once, and runs the cells as they are', () => {
    const { modules } = made(cells);
    expect(modules.slice(0, 2).map((module) => module.trim())).toEqual(['', 'ofThePage();']);
    const [wait, rest] = modules[2].split('\n});\n', 2);
    expect(wait).toMatch(/^await new Promise/m);
    expect(rest).toContain('["./_observablehq/client.js","./_import/a.js"]');
    const cellsAt = rest.indexOf('const {define}');
    expect(rest.slice(cellsAt).split('\n').slice(0, 2)).toEqual([
      'const {define} = await import("./_observablehq/client.js");',
      'const {registerFile} = await import("./_observablehq/stdlib.js");',
    ]);
    expect(modules[2]).toContain(cells.slice(cells.indexOf('define({')));
  });

  it('without cells loads what Framework has for every page', () => {
    const { modules } = made('import "./_observablehq/client.js";\n');
    expect(modules[2].trim().split('\n').at(-1)).toBe('await import("./_observablehq/client.js");');
  });

  it('cannot be made of what Framework never made', () => {
    expect(() => startAfterFirstPaint(page('define({});'))).toThrow('no module with imports');
    expect(() => startAfterFirstPaint('<html></html>')).toThrow('no module with imports');
  });
});

/** The wait of a page, run with a browser's parts at hand: what is called makes them happen. */
function waiting({ hidden = false, embed = false } = {}) {
  const wait = /await (new Promise[^]*?\n}\));/.exec(startAfterFirstPaint(page(cells)))![1];
  const happen: Record<string, () => void> = {};
  const over = runInNewContext(wait, {
    document: {
      hidden,
      documentElement: { classList: { contains: () => embed } },
      addEventListener: (name: string, act: () => void) => (happen[name] = act),
    },
    PerformanceObserver: class {
      constructor(act: () => void) {
        happen.paint = act;
      }
      observe() {}
    },
    requestAnimationFrame: (act: () => void) => (happen.frame = act),
    setTimeout: (act: () => void, after?: number) => (happen[after === undefined ? 'soon' : 'late'] = act),
  }) as Promise<void>;
  let started = false;
  void over.then(() => (started = true));
  return async (...names: string[]) => {
    for (const name of names) happen[name]();
    await new Promise((resolve) => setImmediate(resolve));
    return started;
  };
}

describe('the wait for the first paint', () => {
  it('ends when the page was painted and a frame has followed', async () => {
    const after = waiting();
    expect(await after()).toBe(false);
    expect(await after('paint')).toBe(false);
    expect(await after('frame')).toBe(false);
    expect(await after('soon')).toBe(true);
  });

  it.each(['visibilitychange', 'late'])('ends without a paint: %s', async (name) => {
    const after = waiting();
    expect(await after()).toBe(false);
    expect(await after(name)).toBe(true);
  });

  it.each([{ hidden: true }, { embed: true }])('is none where nothing will be painted: %o', async (state) => {
    expect(await waiting(state)()).toBe(true);
  });
});
