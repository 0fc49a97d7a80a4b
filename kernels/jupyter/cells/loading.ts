/** Work that loads modules, as it comes and goes. */
export interface Loading {
  /** Does it. */
  during<T>(load: () => Promise<T>): Promise<T>;
  /** Forgets what is under way: it was ended. */
  clear(): void;
}

/** @param changed is told how many loads are under way, whenever that changes */
export function watchLoading(changed: (loads: number) => void): Loading {
  const under = new Set<() => Promise<unknown>>();
  return {
    async during(load) {
      under.add(load);
      changed(under.size);
      try {
        return await load();
      } finally {
        if (under.delete(load)) changed(under.size);
      }
    },
    clear() {
      under.clear();
      changed(0);
    },
  };
}
