import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as Plot from '@observablehq/plot';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { root } from '../../../kernels/engine/root.js';
import { float64, int32 } from '../../../src/lib/experiment/column.js';
import { thumbnailColors, thumbnailOf } from '../../../src/lib/experiment/thumbnail.js';

/** Relative luminance of a colour `#rrggbb`, after WCAG 2. */
function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

describe('thumbnailColors', () => {
  it('stand out from the light page and from the dark one', async () => {
    const css = await readFile(path.join(root, 'src', 'style', 'color.css'), 'utf8');
    const grounds = [...css.matchAll(/--ground: (#\w{6})/g)].map(([, color]) => color);
    expect(grounds).toHaveLength(2);
    const faint = Object.entries(thumbnailColors).filter(([, color]) =>
      grounds.some((ground) => contrast(color, ground) < 3),
    );
    expect(faint).toEqual([]);
  });
});

describe('thumbnailOf', () => {
  it('draws rows of its tables in a frame, without axes', () => {
    const { document } = new JSDOM('').window;
    const rows = [
      { step: 0, error: 2 },
      { step: 1, error: 1 },
    ];
    const tables = {
      errors: { description: 'One row a step', columns: { step: int32('step'), error: float64('error') } },
    };
    const picture = thumbnailOf(tables, {
      tables: ['errors'],
      caption: 'Error (up) by step (right).',
      marks: ({ errors }, { blue }) => [Plot.line(errors, { x: 'step', y: 'error', stroke: blue })],
      options: { y: { domain: [0, 2] } },
    });
    expect(picture.tables).toEqual(['errors']);
    expect(picture.caption).toBe('Error (up) by step (right).');
    const node = picture.draw({ errors: rows }, document);
    expect(node.querySelector('[aria-label=line]')!.getAttribute('stroke')).toBe(thumbnailColors.blue);
    expect(node.querySelector('[aria-label=line] path')!.getAttribute('d')).toBe('M10,10L310,100');
    expect(node.querySelector('[aria-label=frame]')).not.toBeNull();
    expect(node.querySelector('text')).toBeNull();
  });
});
