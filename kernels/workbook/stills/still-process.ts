import { answerQuestions } from '../asked-process.js';
import { drawStill } from './draw-still.js';
import type { Drawn, ToDraw } from './stills.js';

// Draws stills for a build, which starts it and asks it over the channel between them: it is a browser, as far as figures
// ask, and must not be one for anything else.

/** One after the other, since all are drawn on the same page. */
let before: Promise<unknown> = Promise.resolve();

answerQuestions<ToDraw, Drawn>(({ figure, folder }) => {
  const drawn = before.then(() => drawStill(figure, folder));
  const told = drawn.then(
    (html) => ({ html }),
    (error: unknown) => ({ problem: error instanceof Error ? error.message : String(error) }),
  );
  before = told;
  return told;
});
