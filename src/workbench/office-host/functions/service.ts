import { HostObject } from "../hostObject";

/** Server type name under which office.js reaches the custom-function side of its host. */
export const CUSTOM_FUNCTIONS_SERVICE = "Microsoft.ExcelServices.CustomFunctions";

/** Of the features office.js asks for: split too large batches of results (1), send them sooner (2), cap the wait (4). */
const ENABLED_FEATURES = [1, 2, 4];

export interface ResultReceiver {
  /** The add-in is ready to be called. */
  connect(): void;
  receive(results: readonly unknown[]): void;
}

/** What office.js calls when an add-in's functions are ready and when they have answered. */
export class CustomFunctions extends HostObject {
  readonly #receiver: ResultReceiver;

  constructor(receiver: ResultReceiver) {
    super();
    this.#receiver = receiver;
  }

  _SetOsfControlContainerReadyForCustomFunctions(): void {
    this.#receiver.connect();
  }

  _GetEnabledFeatures(): readonly number[] {
    return ENABLED_FEATURES;
  }

  setInvocationResults(results: readonly unknown[]): void {
    this.#receiver.receive(results);
  }

  setInvocationArrayResults(results: readonly unknown[]): void {
    this.#receiver.receive(results);
  }
}
