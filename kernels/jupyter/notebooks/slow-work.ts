/** Milliseconds after which work is slow, and between two reports of it then. */
const first = 2000;
const pause = 10_000;

/** Waits for work and tells, while it is slow, for how many seconds it has been going on. */
export async function reportWhenSlow<T>(work: Promise<T>, report: (seconds: number) => void): Promise<T> {
  let seconds = first / 1000;
  const tell = () => {
    report(seconds);
    seconds += pause / 1000;
    timer = setTimeout(tell, pause);
  };
  let timer = setTimeout(tell, first);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}
