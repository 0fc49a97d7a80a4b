/**
 * Resolves in a task of its own, after whatever waits for the thread: input, drawing, messages. Long work that
 * awaits this now and then leaves a page, or a kernel, responsive. (A timer would do, but browsers hold timers of a page that
 * is not in view back to one a second.)
 */
export function nextTask(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
