/** A promise that is resolved from outside. */
export interface Deferred {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
  readonly isResolved: () => boolean;
}

export function deferred(): Deferred {
  let isResolved = false;
  let done: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => (done = resolve));
  const resolve = () => {
    isResolved = true;
    done();
  };
  return { promise, resolve, isResolved: () => isResolved };
}

/** Who still waits for the first page waits on for the next. */
export function renewed(current: Deferred): Deferred {
  return current.isResolved() ? deferred() : current;
}
