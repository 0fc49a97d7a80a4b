/**
 * Has what a page needs below its first screen wait: each act begins when all before it are done and the page, loaded,
 * has nothing else to do. As soon as the reader scrolls or prints, or where the address names a place on the page or a
 * figure to embed, nothing waits any more.
 */
export function afterFirstScreen(window: Window): <T>(act: () => Promise<T>) => Promise<T> {
  const hurry = new Promise<void>((resolve) => {
    const { hash, search } = window.location;
    if (hash.length > 1 || new URLSearchParams(search).has('embed')) resolve();
    for (const move of ['scroll', 'beforeprint'])
      window.addEventListener(move, () => resolve(), { once: true, passive: true });
  });
  let before: Promise<unknown> = loaded(window);
  return (act) => {
    const done = Promise.race([hurry, before.then(() => idle(window))]).then(act);
    // One that fails holds up none.
    before = done.catch(() => undefined);
    return done;
  };
}

function loaded(window: Window): Promise<void> {
  if (window.document.readyState === 'complete') return Promise.resolve();
  return new Promise((resolve) => window.addEventListener('load', () => resolve(), { once: true }));
}

/** Milliseconds after which something is done although the page has never been idle, or cannot tell. */
const patience = 1000;

function idle(window: Window): Promise<void> {
  return new Promise((resolve) => {
    // Safari has no such thing.
    if ('requestIdleCallback' in window) window.requestIdleCallback(() => resolve(), { timeout: patience });
    else (window as Window).setTimeout(resolve, patience);
  });
}
