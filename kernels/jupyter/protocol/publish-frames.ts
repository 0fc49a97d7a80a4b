import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import type { MessageLike, XPublisher } from 'zeromq';

/** Messages that wait for a subscriber before the kernel waits for it, too. */
const unread = 256;

/** Milliseconds in which a subscriber must read something; one that does not is not waited for any more. */
const patience = 10_000;

/** As `patience`, when the kernel ends. */
const impatience = 20;

/** Milliseconds until a subscriber that has too much to read is tried again. */
const pause = 2;

/** Sends to all subscribers of a socket, at the pace of the slowest; one message at a time. */
export interface FramePublisher {
  /**
   * Resolves when the message is on its way to all subscribers that read: `false` where one does not, and loses this
   * message and those that follow until it reads again.
   */
  send(frames: MessageLike[]): Promise<boolean>;
  /** From here on nobody is waited for. */
  hurry(): void;
}

/** @param socket on which nothing has been bound yet */
export function framePublisher(socket: XPublisher): FramePublisher {
  socket.sendHighWaterMark = unread;
  // Without the first, messages beyond the mark are lost without a word. With the second, a send says so at once.
  socket.noDrop = true;
  socket.sendTimeout = 0;
  let hurried = false;

  /** Whether it could be sent to all. */
  async function sentToAll(frames: MessageLike[]): Promise<boolean> {
    try {
      await socket.send(frames);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      return false;
    }
  }

  return {
    async send(frames) {
      const begun = performance.now();
      while (!(await sentToAll(frames))) {
        if (performance.now() - begun > (hurried ? impatience : patience)) {
          // Once it has lost a message, ZeroMQ passes it over until it reads; all others are still waited for.
          socket.noDrop = false;
          await socket.send(frames);
          socket.noDrop = true;
          return false;
        }
        await delay(pause);
      }
      return true;
    },
    hurry: () => void (hurried = true),
  };
}
