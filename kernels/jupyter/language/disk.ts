import { statSync } from 'node:fs';
import ts from 'typescript';

/** Files on disk, read again when they change. */
export interface Disk {
  /** Another one whenever the file is written; `undefined` where there is no file. */
  version(file: string): string | undefined;
  snapshot(file: string): ts.IScriptSnapshot | undefined;
  /** From here on, files may have changed: each is looked at once more before it is used. */
  refresh(): void;
}

export function disk(): Disk {
  const snapshots = new Map<string, { version: string; snapshot: ts.IScriptSnapshot }>();
  const versions = new Map<string, string | undefined>();

  const version = (file: string) => {
    if (!versions.has(file)) versions.set(file, stamp(file));
    return versions.get(file);
  };

  return {
    version,
    snapshot(file) {
      const now = version(file);
      if (now === undefined) return undefined;
      const before = snapshots.get(file);
      if (before?.version === now) return before.snapshot;
      const text = ts.sys.readFile(file);
      if (text === undefined) return undefined;
      const snapshot = ts.ScriptSnapshot.fromString(text);
      snapshots.set(file, { version: now, snapshot });
      return snapshot;
    },
    refresh: () => versions.clear(),
  };
}

function stamp(file: string): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  return found?.isFile() ? `${found.mtimeMs} ${found.size}` : undefined;
}

/** Whether a file holds declarations alone, by its name. */
export function isDeclaration(file: string): boolean {
  return /\.d\.[cm]?ts$/.test(file);
}
