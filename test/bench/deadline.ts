/** What is left of a budget of time. */
export interface Deadline {
  /** Seconds until it is over; negative afterwards. */
  left(): number;
}

/** A budget that begins now. */
export function deadlineIn(seconds: number): Deadline {
  const end = performance.now() + 1000 * seconds;
  return { left: () => (end - performance.now()) / 1000 };
}

/** A share of what is left of a budget. */
export function part(deadline: Deadline, share: number): Deadline {
  return deadlineIn(share * deadline.left());
}
