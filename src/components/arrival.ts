/** Milliseconds without a change of the page's height after which it counts as complete. */
const settled = 5000;

/** What a reader does who goes somewhere else: the page must not pull back. */
const readersMoves = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/** What this module writes beside each entry of the history. */
interface LeftAt {
  /** Where the reader was when the page was left, in pixels from its top. */
  readonly top?: number;
}

/**
 * Takes a reader to the place that the address names (`#figure-errors`), or back to where the page was left. Cells make
 * most of a page after it has loaded, and tables arrive one by one: the browser has given up by then. So the place is
 * sought again whenever the page's height changes, until the reader moves, or nothing changes any more.
 */
export function arrive(window: Window & typeof globalThis): void {
  const { document, history, location, performance } = window;
  const main = document.querySelector('main');
  if (main === null) return;
  const left = (history.state as LeftAt | null)?.top;
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const returning = navigation !== undefined && navigation.type !== 'navigate' && left !== undefined;

  const seek = returning ? () => window.scrollTo({ top: left, behavior: 'instant' }) : seekHash(window);
  const ended = new window.AbortController();
  let quiet: ReturnType<typeof setTimeout> | undefined;
  const end = () => {
    ended.abort();
    observer.disconnect();
    clearTimeout(quiet);
  };
  const observer = new window.ResizeObserver(() => {
    seek();
    clearTimeout(quiet);
    quiet = setTimeout(end, settled);
  });
  if (returning || location.hash.length > 1) {
    observer.observe(main);
    for (const move of readersMoves)
      window.addEventListener(move, end, { signal: ended.signal, passive: true });
  } else ended.abort();

  const leave = () => {
    if (!ended.signal.aborted) return;
    const state: LeftAt = { ...(history.state as LeftAt | null), top: window.scrollY };
    history.replaceState(state, '');
  };
  window.addEventListener('scrollend', leave);
  window.addEventListener('pagehide', leave);
}

/** Scrolls to the element that the address names, once it is there. */
function seekHash({ document, location }: Window): () => void {
  let found = false;
  return () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target === null) return;
    // The browser's own way marks the target and opens what it is folded into.
    if (!found) location.replace(location.hash);
    found = true;
    target.scrollIntoView({ behavior: 'instant' });
  };
}
