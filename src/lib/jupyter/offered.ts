/** Name of the `<meta>` element in a page's head that says at which address of its own site a kernel is offered. */
export const kernelMeta = 'litmus-kernel';

/** What the kernel's address answers, as JSON, to a page that asks whether it may come in. */
export interface Admission {
  readonly admitted: boolean;
}

/** Name under which a page's storage holds the key to the kernel, and of the parameter by which a page shows it. */
export const kernelKey = 'litmus-kernel-key';
