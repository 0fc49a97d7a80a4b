import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { root } from '../../../kernels/engine/root.js';
import { builtinNames } from '../../../kernels/jupyter/language/builtins.js';
import { cellModules } from '../../../kernels/jupyter/language/cell-modules.js';
import { typescriptService } from '../../../kernels/jupyter/language/typescript-service.js';

describe('cellModules', () => {
  it('make modules in which TypeScript finds nothing wrong, builtins included', () => {
    const modules = cellModules(root);
    const { service } = typescriptService(modules, { folder: root, root });
    modules.setCell('a', 'const a = Promise.resolve(b); interface T { x: number } const f = (t: T) => t.x;');
    modules.setCell(
      'b',
      'import {kraskov} from "./src/lib/information/kraskov.js"; const b = f({x: 1}); class C {}',
    );
    modules.setCell('c', '{a: 1, b: 2}');
    const code = `const b = "again";
      const mine: number = a + f({x: 2}) + kraskov.length + now;
      display(new C(), {id: "c"}); display(html\`<b>\${b}</b>\`, {update: true});
      const count = Mutable(1); count.value += 1;
      const clock: AsyncGenerator<number> = Generators.now();
      const seen = Generators.observe<string>((notify) => { notify("a"); return () => {}; });
      const answer: string = await input("Why?", {password: true});
      image(new Uint8Array(1), {alt: answer}); clearOutput(true); await invalidation;
      for (const shown of [svg("<svg/>"), md\`\${1}\`, tex\`x\`, json([1]), vegaLite({}), bundle({})]) display(shown);`;
    const { file, start } = modules.edit(code);
    const files = service
      .getProgram()!
      .getSourceFiles()
      .map(({ fileName }) => fileName);
    const virtual = files.filter((name) => modules.read(name));
    expect(virtual).toHaveLength(5);
    const found = virtual.flatMap((name) => [
      ...service.getSyntacticDiagnostics(name),
      ...service.getSemanticDiagnostics(name),
    ]);
    expect(found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
    expect(modules.read(file)!.text.slice(start)).toBe(code);
  });

  it('leave a cell as it is that a new name elsewhere does not concern', () => {
    const modules = cellModules(root);
    modules.setCell('a', 'const a = 1;');
    modules.edit('');
    const file = modules.resolve('litmus:cell-1')!;
    const before = modules.read(file)!.version;
    modules.setCell('b', 'const b = 1;');
    modules.edit('b');
    expect(modules.read(file)!.version).toBe(before);
  });
});

describe('builtinNames', () => {
  it('are those of the kernel', () => {
    expect([...builtinNames].sort()).toEqual(
      [
        ...['Generators', 'Mutable', 'bundle', 'clearOutput', 'display', 'html', 'image', 'input'],
        ...['invalidation', 'json', 'md', 'now', 'svg', 'tex', 'vegaLite'],
      ].sort(),
    );
  });
});
