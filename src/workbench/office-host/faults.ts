import { HostError } from "./hostObject";

/** A failure to play: of the k-th request from now on (1 = the next), or of every use of a member. */
export interface Fault {
  readonly request?: number;
  /** `Type.member`, or the member's name alone, as in the typings: `Range.values`, `getItem`. */
  readonly member?: string;
  /** Code the add-in gets (`AccessDenied`, `GeneralException` …). */
  readonly code: string;
  /** Default: a text that says the failure is played. */
  readonly message?: string;
  /** `once` (default) or each time. */
  readonly times?: "once" | "always";
}

/** Failures and delays to be played to the add-in, for tests of how it copes. */
export class Faults {
  #planned: { readonly fault: Fault; countdown: number }[] = [];
  #delayMilliseconds = 0;

  fail(fault: Fault): void {
    if (fault.request === undefined && fault.member === undefined) {
      throw new RangeError("A fault needs a request number or a member name, received neither.");
    }
    if (fault.request !== undefined && !(Number.isInteger(fault.request) && fault.request >= 1)) {
      throw new RangeError(`The request of a fault counts from 1, received ${fault.request}.`);
    }
    this.#planned.push({ fault, countdown: fault.request ?? 0 });
  }

  /** Answers every request so much later; 0 ends it. */
  delay(milliseconds: number): void {
    this.#delayMilliseconds = milliseconds;
  }

  get delayMilliseconds(): number {
    return this.#delayMilliseconds;
  }

  clear(): void {
    this.#planned = [];
    this.#delayMilliseconds = 0;
  }

  /** Failure of a whole request that starts now, if one is due. */
  ofRequest(): HostError | undefined {
    let due: Fault | undefined;
    for (const plan of this.#planned) {
      if (plan.fault.member !== undefined) continue;
      plan.countdown -= 1;
      const isDue = plan.fault.times === "always" ? plan.countdown <= 0 : plan.countdown === 0;
      if (isDue) due ??= plan.fault;
    }
    if (!due) return undefined;
    if (due.times !== "always") this.#drop(due);
    return errorOf(due, "this request");
  }

  /** Throws when a use of this member is to fail; undefined while no fault names a member, so that none is paid for. */
  get visitor(): ((location: string) => void) | undefined {
    if (!this.#planned.some((plan) => plan.fault.member !== undefined)) return undefined;
    return (location) => {
      const plan = this.#planned.find(({ fault }) => fault.member === location || fault.member === location.slice(location.indexOf(".") + 1));
      if (!plan) return;
      if (plan.fault.times !== "always") this.#drop(plan.fault);
      throw errorOf(plan.fault, location);
    };
  }

  #drop(fault: Fault): void {
    this.#planned = this.#planned.filter((plan) => plan.fault !== fault);
  }
}

function errorOf(fault: Fault, what: string): HostError {
  return new HostError(fault.code, fault.message ?? `The workbench was told to fail ${what} with ${fault.code}.`);
}
