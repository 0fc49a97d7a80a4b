declare module '@observablehq/runtime' {
  export interface Observer {
    pending?(): void;
    fulfilled?(value: unknown, name: string | null): void;
    rejected?(error: unknown, name: string | null): void;
  }

  export interface Variable {
    define(name: string | null, inputs: readonly string[], definition: (...values: never[]) => unknown): this;
    delete(): this;
  }

  export interface Module {
    variable(observer?: Observer | true): Variable;
  }

  export class Runtime {
    constructor(builtins?: Readonly<Record<string, () => unknown>>, global?: (name: string) => unknown);
    module(): Module;
    dispose(): void;
  }

  /** What a variable is rejected with whose input failed; `input` names it. */
  export class RuntimeError extends Error {
    constructor(message: string, input?: string);
    readonly input?: string;
  }
}
