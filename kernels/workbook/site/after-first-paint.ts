/** Milliseconds after which modules are fetched although no paint was told of: some browsers tell of none. */
const patience = 3000;

/**
 * Waits, in a module, for the first paint, and for the frame after it: what was painted may have been the beginning of a
 * page that was still arriving. There is none in a tab that nobody sees, and none before its modules where a
 * page shows one figure alone.
 */
const painted = `await new Promise((paint) => {
if (document.hidden || document.documentElement.classList.contains("embed")) return paint();
new PerformanceObserver(() => requestAnimationFrame(() => setTimeout(paint))).observe({type: "paint", buffered: true});
document.addEventListener("visibilitychange", paint);
setTimeout(paint, ${patience});
});`;

const opening = '<script type="module">\n';

/**
 * A page of Framework's build that fetches the modules of its cells after its first paint. Text, verdicts and the still of
 * the first figure stand in the HTML, and on a slow network the style sheet would share the line with a hundred modules. What
 * a page brings in files of its own starts as before: `page-start.ts` has to see whether the reader moves.
 *
 * @throws {Error} where Framework's page is no longer what it was
 */
export function startAfterFirstPaint(html: string): string {
  const preloads = Array.from(html.matchAll(/<link rel="modulepreload" href="([^"]+)">\n/g));
  const rest = preloads.reduce((text, [element]) => text.replace(element, ''), html);
  // Framework's own module is the last one of the head: a page may bring others.
  const at = rest.lastIndexOf(opening, rest.indexOf('</head>'));
  const [imports] = /^\s*(?:import [^\n]+;\n)*/.exec(rest.slice(at + opening.length))!;
  if (at < 0 || !imports.trim())
    throw new Error('Framework makes pages otherwise than expected: they start by no module with imports');
  return [
    rest.slice(0, at + opening.length) + painted,
    `for (const href of ${JSON.stringify(preloads.map(([, href]) => href))})`,
    'document.head.append(Object.assign(document.createElement("link"), {rel: "modulepreload", href}));',
    imports
      .trim()
      .replace(
        /^import (?:(\{.+\}) from )?(".+");$/gm,
        (_, names: string | undefined, from: string) =>
          `${names ? `const ${names} = ` : ''}await import(${from});`,
      ),
    rest.slice(at + opening.length + imports.length),
  ].join('\n');
}
