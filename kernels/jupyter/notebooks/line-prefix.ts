/** Text as it comes in pieces, handed on line by line. */
export interface Lines {
  write(text: string, prefix: string): void;
  /** Hands on a last line that was not ended. */
  end(): void;
}

/** Puts a prefix before every line. A line that another prefix interrupts is ended there. */
export function prefixLines(write: (text: string) => void): Lines {
  let begun: string | undefined;
  const end = () => {
    if (begun !== undefined) write('\n');
    begun = undefined;
  };
  return {
    write(text, prefix) {
      if (begun !== undefined && begun !== prefix) end();
      for (const line of text.split(/(?<=\n)/)) {
        if (line === '') continue;
        write(begun === undefined ? prefix + line : line);
        begun = line.endsWith('\n') ? undefined : prefix;
      }
    },
    end,
  };
}
