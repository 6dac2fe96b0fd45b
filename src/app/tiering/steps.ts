/** Work in steps of some milliseconds: what runs it may do something else between two of them. */
export type Steps<T> = Generator<void, T, void>;

export function inOneGo<T>(steps: Steps<T>): T {
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
  }
}
