/** What went between add-in and host since the last reset. Bytes are those of the JSON bodies, as UTF-8. */
export interface Traffic {
  readonly requests: number;
  readonly actions: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
}

const encoder = new TextEncoder();

export function byteLength(text: string): number {
  return encoder.encode(text).length;
}

export class TrafficMeter {
  #now: Traffic = NONE;

  count(actions: number, requestBytes: number, responseBytes: number): void {
    this.#now = {
      requests: this.#now.requests + 1,
      actions: this.#now.actions + actions,
      requestBytes: this.#now.requestBytes + requestBytes,
      responseBytes: this.#now.responseBytes + responseBytes,
    };
  }

  read(): Traffic {
    return this.#now;
  }

  reset(): void {
    this.#now = NONE;
  }
}

const NONE: Traffic = { requests: 0, actions: 0, requestBytes: 0, responseBytes: 0 };
