/** What of Observable Plot draws, and so needs a document. */
interface PlotLike {
  plot(options?: object): unknown;
  legend(options?: object): unknown;
  readonly Mark: { readonly prototype: { plot(options?: object): unknown } };
}

const adapted = new WeakSet<object>();

/**
 * A module with the document as default where it is Observable Plot, any other module as it is. Plot takes its
 * document from `window`, which is not there; so `Plot.plot`, `Plot.legend` and a mark's `plot` get it as an option.
 */
export function withDocument<M extends object>(module: M, document: () => Document): M {
  if (!isPlot(module)) return module;
  const { plot, legend, Mark } = module;
  const complete = (options: object = {}) => ({ document: document(), ...options });
  if (!adapted.has(Mark.prototype)) {
    adapted.add(Mark.prototype);
    const plotMark = Mark.prototype.plot;
    Mark.prototype.plot = function (options) {
      return plotMark.call(this, complete(options));
    };
  }
  return {
    ...module,
    plot: (options?: object) => plot(complete(options)),
    legend: (options?: object) => legend(complete(options)),
  };
}

function isPlot(module: object): module is PlotLike {
  const { plot, legend, Mark } = module as Readonly<Record<keyof PlotLike, unknown>>;
  return (
    typeof plot === 'function' &&
    typeof legend === 'function' &&
    typeof Mark === 'function' &&
    typeof (Mark.prototype as Partial<PlotLike['Mark']['prototype']>).plot === 'function'
  );
}
