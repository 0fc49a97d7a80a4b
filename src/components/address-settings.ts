import type { NamedSetting } from './settings.js';

/** Milliseconds for which settings must stand before the address says them: browsers allow few changes of it. */
const rest = 200;

/**
 * Keeps settings in the page's address, `?errors.measure=mae`, as long as they are not those that a page begins with, so
 * that a link, a reload and Back bring them again. A setting that repeats another is written by that one alone.
 *
 * @param note is told what is wrong with the address, in a sentence, or that nothing is; what it asks for in vain is left
 * as it was
 * @param signal ends it
 */
export function keepInAddress(
  settings: readonly NamedSetting[],
  window: Window & typeof globalThis,
  note: (problem: string | undefined) => void,
  signal: AbortSignal,
): void {
  const { location, history } = window;
  const own = settings
    .filter(({ setting }) => !setting.repeated)
    .map(({ name, setting }) => ({ name, setting, initial: setting.choice.text }));

  const read = () => {
    const asked = new window.URLSearchParams(location.search);
    const problems = own.flatMap(({ name, setting, initial }) => {
      try {
        setting.choose(asked.get(name) ?? initial);
        return [];
      } catch (error) {
        return [(error as Error).message];
      }
    });
    note(
      problems.length === 0 ? undefined : `The address asks for what there is not: ${problems.join('; ')}.`,
    );
  };
  const write = () => {
    const address = new window.URL(location.href);
    for (const { name, setting, initial } of own)
      if (setting.choice.text === initial) address.searchParams.delete(name);
      else address.searchParams.set(name, setting.choice.text);
    if (address.href !== location.href) history.replaceState(history.state, '', address);
  };

  read();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const change = () => {
    clearTimeout(waiting);
    waiting = setTimeout(write, rest);
  };
  for (const { setting } of own) setting.addEventListener('input', change, { signal });
  window.addEventListener('popstate', read, { signal });
}
