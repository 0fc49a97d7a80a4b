import { describe, expect, it } from 'vitest';
import { quiet, testNotebook } from './test-notebook.js';

const waits = (label: string, name: string) =>
  `${label} waits for "${name}", which no cell defines yet; it runs when one does`;

describe('a cell whose definitions stand below', () => {
  it('waits for them without failing, and shows its value in its own place when they come', async () => {
    const { run, shown } = testNotebook();
    expect(await run('const late = early + 1; late', { id: 'use' })).toBe(undefined);
    expect(await run('late * 2', { id: 'twice' })).toBe(undefined);
    expect(shown()).toEqual([
      `+a ${waits('[e1]', 'early')}`,
      '+b [e2] waits for "late" of cell [e1] ("const late = early + 1; late"), which waits for "early", which no ' +
        'cell defines yet; it runs when one does',
    ]);
    await run('const early = 10', { id: 'def' });
    expect(shown()).toEqual(['a 11', 'b 22']);
    await run('const early = 20', { id: 'def' });
    expect(shown()).toEqual(['a 21', 'b 42']);
  });

  it('does so where a file is executed that says of no cell which it is, two of the same text apart', async () => {
    const { run, shown } = testNotebook();
    const file = { client: 'notebook' } as const;
    expect([await run('early * 2', file), await run('early * 2', file)]).toEqual([undefined, undefined]);
    shown();
    await run('const early = 10', file);
    expect(shown().sort()).toEqual(['a 20', 'b 20']);
  });

  it('is told what may have been meant', async () => {
    const { run, shown } = testNotebook();
    await run('const length = 3', { id: 'A' });
    await run('lenght + 1', { id: 'B' });
    expect(shown()).toEqual([
      '+a [e2] waits for "lenght", which no cell defines yet (did you mean "length"?); it runs when one does',
    ]);
  });

  it('fails where it is a mistake of its own, also of a name that it did not lack', async () => {
    const { run } = testNotebook();
    await run('const x = 1', { id: 'A' });
    expect(await run('x.y.z', { id: 'B' })).toMatchObject({ name: 'TypeError' });
    expect(await run('throw new ReferenceError("q is not defined")', { id: 'C' })).toMatchObject({
      message: 'q is not defined',
    });
  });

  it('may be the helper of a function that stands above', async () => {
    const { run, shown } = testNotebook();
    expect(await run('function outer(x: number) { return helper(x) }', { id: 'A' })).toBe(undefined);
    expect(await run('outer(3)', { id: 'C' })).toBe(undefined);
    expect(shown()).toEqual(['+a ', `+b ${waits('[e2]', 'helper')}`]);
    await run('function helper(x: number) { return x + 2 }', { id: 'B' });
    expect(shown()).toEqual(['a ', 'b 5']);
  });
});

describe('names that nothing defines', () => {
  it('are what JavaScript makes of them', async () => {
    const { run, shown } = testNotebook();
    await run('typeof nowhere === "undefined" ? "absent" : "present"', { id: 'A' });
    await run(
      'let result = ""; try { nowhere() } catch (e) { result = `caught ${(e as Error).name}` } result',
      { id: 'B' },
    );
    expect(shown()).toEqual(["+a 'absent'", "+b 'caught ReferenceError'"]);
    await run('const nowhere = () => 0', { id: 'C' });
    expect(shown().sort()).toEqual(["a 'present'", "b ''"]);
  });

  it('may be those of globals, which a cell then declares for all', async () => {
    const { run, shown } = testNotebook();
    await run('const scale = 2; Math.max(1, scale)', { id: 'A' });
    await run('const Math = { max: (...all: number[]) => all.join() }', { id: 'B' });
    await run('Math.max(3, 4)', { id: 'C' });
    // What had no place of its own is cleared, as part of the execution that the client asked for it.
    expect(shown()).toEqual(['= 2', 'clear', "+a '1,2'", "+b '3,4'"]);
    await run('const other = 1', { id: 'B' });
    expect(shown().sort()).toEqual(['a 2', 'b 4']);
  });
});

describe('what a cell shows when it is computed again', () => {
  it('stands in its own place, whatever it does: prints, fails, recovers, shows nothing', async () => {
    const { run, shown, shownFor } = testNotebook();
    await run('const n = 2', { id: 'n' });
    await run('print(`n = ${n}\\n`); if (n > 8) throw new Error("too much"); n < 0 ? undefined : n', {
      id: 'p',
    });
    expect(shown()).toEqual(['+a n = 2\n', '+b 2']);
    await run('const n = 5', { id: 'n', execution: 'later' });
    expect(shownFor()).toEqual([
      ['later', 'a n = 5\n'],
      ['later', 'b 5'],
    ]);
    await run('const n = 9', { id: 'n' });
    expect(shown()).toEqual(['a n = 9\n', 'b [e2] too much']);
    await run('const n = -1', { id: 'n' });
    expect(shown()).toEqual(['a n = -1\n', 'b ']);
    await run('const n = 1', { id: 'n' });
    expect(shown()).toEqual(['a n = 1\n', 'b 1']);
  });

  it('takes the place of an error that was the answer to its own request', async () => {
    const { run, shownFor } = testNotebook();
    await run('const text = "{"', { id: 'text' });
    const error = await run('print("parsing"); JSON.parse(text)', { id: 'p', execution: 'own' });
    expect(error).toMatchObject({ name: 'SyntaxError' });
    shownFor();
    await run('const text = "[1]"', { id: 'text', execution: 'cause' });
    const mended = shownFor();
    expect(mended).toEqual([
      ['own', 'clear'],
      ['own', '+b parsing'],
      ['own', '+c [ 1 ]'],
    ]);
    await run('const text = "[2]"', { id: 'text', execution: 'again' });
    expect(shownFor()).toEqual([
      ['again', 'b parsing'],
      ['again', 'c [ 2 ]'],
    ]);
  });

  it('goes away where the cell clears it', async () => {
    const { run, shown } = testNotebook();
    await run('const n = 2', { id: 'n' });
    await run('display(n); if (n > 2) clearOutput(); display(n * 2)', { id: 'p' });
    await run('const n = 3', { id: 'n' });
    expect(shown()).toEqual(['+a 2', '+b 4', 'a 3', 'a ', 'b ', 'a 6', 'b ']);
  });

  it('goes on below what it showed before, where a timer of it prints', async () => {
    const { run, shown } = testNotebook({ later: (work: () => void) => setTimeout(work, 5) });
    await run('const n = 2', { id: 'n' });
    await run('const show = display; setTimeout(() => show("late"), 5); n', { id: 'p' });
    await quiet();
    expect(shown()).toEqual(['+a 2', "+b 'late'"]);
  });
});

describe('several inputs that are run together', () => {
  it('make a cell that uses them run once, when the last has ended', async () => {
    const test = testNotebook();
    const { run, shown, counts } = test;
    for (const name of ['a', 'b', 'c']) await run(`const ${name} = 1`, { id: name });
    await run('count("slow"); await sleep(5); a + b + c', { id: 'slow' });
    shown();
    test.waiting = 2;
    await run('const a = 5', { id: 'a' });
    test.waiting = 1;
    await run('const b = 5', { id: 'b' });
    expect([counts.slow, shown()]).toEqual([1, []]);
    test.waiting = 0;
    await run('const c = 5', { id: 'c' });
    expect([counts.slow, shown()]).toEqual([2, ['a 15']]);
  });

  it('are enough to compute what one of them uses, and the rest follows when no more are waiting', async () => {
    const test = testNotebook();
    const { notebook, run, shown, counts } = test;
    await run('const a = 1', { id: 'a' });
    await run('const middle = (count("middle"), a * 10)', { id: 'middle' });
    await run('count("other"); a', { id: 'other' });
    shown();
    test.waiting = 1;
    await run('const a = 2', { id: 'a' });
    await run('middle + 1', { id: 'end' });
    expect([counts, shown()]).toEqual([{ middle: 2, other: 1 }, ['a ', '+c 21']]);
    test.waiting = 0;
    notebook.rest();
    await quiet();
    expect([counts, shown()]).toEqual([{ middle: 2, other: 2 }, ['b 2']]);
  });

  it('and stopped leave nothing that is out of date', async () => {
    const test = testNotebook();
    const { notebook, run, shown } = test;
    await run('const a = 1', { id: 'a' });
    await run('a * 10', { id: 'ten' });
    shown();
    test.waiting = 1;
    await run('const a = 2', { id: 'a' });
    const running = run('await sleep(1e6)', { id: 'w' });
    await quiet();
    notebook.interrupt(new Error('stopped'));
    expect(await running).toMatchObject({ message: 'stopped' });
    expect(shown()).toEqual(['a [e2] stopped']);
    test.waiting = 0;
    await run('const a = 3', { id: 'a' });
    expect(shown()).toEqual(['a 30']);
  });
});

describe('a page that was loaded anew', () => {
  it('is told once which cells are out of date, and what is run again there follows', async () => {
    const { run, shown } = testNotebook();
    await run('const n = 3', { id: 'n' });
    await run('n * 2', { id: 'double' });
    shown();
    await run('const n = 7', { id: 'n', session: 'new' });
    expect(shown()).toEqual([
      'a 14',
      'stderr: cell [e2] ("n * 2") changed with this cell, but below it stands what was shown before this page was ' +
        'opened. Run it once, and it follows again.',
    ]);
    await run('const n = 8', { id: 'n', session: 'new' });
    expect(shown()).toEqual(['a 16']);
    await run('n * 2', { id: 'double', session: 'new' });
    await run('const n = 9', { id: 'n', session: 'new' });
    expect(shown()).toEqual(['+b 16', 'b 18']);
  });
});

describe('a name that another cell has', () => {
  it('goes to the half of a cell that was split, and to nobody else', async () => {
    const { run, shown } = testNotebook();
    await run('const a = 1\nconst b = 2', { id: 'ab' });
    await run('a + b', { id: 'sum' });
    expect(await run('const a = 1', { id: 'upper' })).toBe(undefined);
    expect(await run('const b = 2', { id: 'ab' })).toBe(undefined);
    expect(shown()).toEqual(['+a 3', 'a 3', 'a 3']);
    expect(await run('const a = 1', { id: 'copy' })).toMatchObject({ name: 'DefinitionError' });
    expect(await run('const a = 1\nconst b = 2', { id: 'copies' })).toMatchObject({
      name: 'DefinitionError',
    });
  });

  it('goes to the parameters that were injected, also where the cell of the others runs once more', async () => {
    const { run, shown } = testNotebook();
    const tagged = { id: 'p', tags: ['parameters'] };
    await run('const alpha = 1, beta = 2', tagged);
    await run('[alpha, beta]', { id: 'use' });
    expect(await run('const alpha = 5', { id: 'i', tags: ['injected-parameters'] })).toBe(undefined);
    expect(await run('const alpha = 1, beta = 3', tagged)).toBe(undefined);
    expect(shown()).toEqual(['+a [ 1, 2 ]', 'a [ 5, 2 ]', 'a [ 5, 3 ]']);
    expect(await run('const alpha = 9', { id: 'x' })).toMatchObject({ name: 'DefinitionError' });
  });
});
