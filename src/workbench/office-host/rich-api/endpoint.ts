import type { Answer } from "../channel/conversation";
import type { Faults } from "../faults";
import { HostError } from "../hostObject";
import { OfficeError } from "../officeErrors";
import { byteLength, type TrafficMeter } from "../traffic";
import type { RichApiEngine } from "./engine";
import { type Action, ActionType, type ObjectPath, PathType, type RichApiRequest, type RichApiResponse } from "./messages";

/** Dispatch id of the Rich API in `executeMethod`. */
export const RICH_API_DISPATCH_ID = 93;

/** Excel on the web takes and gives 5 MB at most (Microsoft: resource limits and performance optimization). */
export const PAYLOAD_LIMIT_BYTES = 5 * 1024 * 1024;

const RequestFlag = { write: 1, waitForCellEdit: 64 } as const;

/** Custom data of requests to the host's own services (`Office.addin`, `Office.ribbon`), whose Global is no workbook. */
const HOST_PARTITION = "WacPartition";

/** State of the document that decides whether a request is taken at all. */
export interface DocumentState {
  isReadOnly(): boolean;
  isEditing(): boolean;
  /** Resolves when no cell is being edited. */
  editEnded(): Promise<void>;
}

export interface EndpointOptions {
  readonly workbook: RichApiEngine;
  readonly hostServices: RichApiEngine;
  readonly document: DocumentState;
  readonly traffic: TrafficMeter;
  readonly faults: Faults;
}

/**
 * Takes `context.sync()` requests one at a time: the next starts when the answer of the last has been sent and the
 * events it caused have followed.
 */
export class RichApiEndpoint {
  #last: Promise<void> = Promise.resolve();
  #busy = false;
  #afterAnswer: (() => void)[] = [];

  constructor(private readonly options: EndpointOptions) {}

  /** Runs work after the answer of the request in work, at once when there is none. */
  afterAnswer(work: () => void): void {
    if (this.#busy) this.#afterAnswer.push(work);
    else work();
  }

  async answer(arrayData: readonly unknown[]): Promise<Answer> {
    const body = String(arrayData[4] ?? "");
    const flags = Number(arrayData[6] ?? 0);
    const requestBytes = byteLength(body);
    if (requestBytes > PAYLOAD_LIMIT_BYTES) return { data: { Error: OfficeError.requestTooLarge } };
    let request: RichApiRequest;
    try {
      request = JSON.parse(body) as RichApiRequest;
    } catch {
      return { data: { Error: OfficeError.internal } };
    }
    // Services answer at once: results of custom functions must not wait for a request that waits for them.
    if (arrayData[0] === HOST_PARTITION || isForServices(request)) {
      return { data: answerData(JSON.stringify(await this.options.hostServices.execute(request))) };
    }
    const refusal = await this.#refusal(flags);
    if (refusal !== undefined) return { data: { Error: refusal } };
    const release = await this.#turn();
    try {
      const text = JSON.stringify(await this.#execute(request));
      const responseBytes = byteLength(text);
      this.options.traffic.count(request.Actions.length, requestBytes, responseBytes);
      const data = responseBytes > PAYLOAD_LIMIT_BYTES ? { Error: OfficeError.responseTooLarge } : answerData(text);
      return { data, sent: release };
    } catch {
      return { data: { Error: OfficeError.internal }, sent: release };
    }
  }

  async #refusal(flags: number): Promise<number | undefined> {
    const { document } = this.options;
    if ((flags & RequestFlag.write) === 0) return undefined;
    if (document.isReadOnly()) return OfficeError.accessDenied;
    if (!document.isEditing()) return undefined;
    if ((flags & RequestFlag.waitForCellEdit) === 0) return OfficeError.cellEditMode;
    await document.editEnded();
    return undefined;
  }

  async #execute(request: RichApiRequest): Promise<RichApiResponse> {
    const { workbook, faults } = this.options;
    if (isCleanUp(request.Actions)) return workbook.execute(request);
    if (faults.delayMilliseconds > 0) await new Promise((resolve) => setTimeout(resolve, faults.delayMilliseconds));
    const failure = faults.ofRequest();
    if (failure) return failed(failure);
    return workbook.execute(request, faults.visitor);
  }

  /** Waits for its turn; the function it resolves with gives the turn on. */
  async #turn(): Promise<() => void> {
    const before = this.#last;
    let release: () => void = () => undefined;
    this.#last = new Promise((resolve) => (release = resolve));
    await before;
    this.#busy = true;
    return () => {
      this.#busy = false;
      const work = this.#afterAnswer;
      this.#afterAnswer = [];
      for (const step of work) step();
      release();
    };
  }
}

function answerData(text: string): Readonly<Record<string, unknown>> {
  return { Error: 0, Data: [200, null, text] };
}

/** Whether a request concerns services of the host alone and no object of the workbook. */
function isForServices({ ObjectPaths }: RichApiRequest): boolean {
  const paths = Object.values(ObjectPaths);
  const isRoot = ({ ObjectPathType: type }: ObjectPath) => type === PathType.Global || type === PathType.ReferenceId;
  return paths.length > 0 && !paths.some(isRoot);
}

/** office.js releases references by requests of its own, which no add-in can see failing. */
function isCleanUp(actions: readonly Action[]): boolean {
  const released = actions.filter((action) => action.Name === "_RemoveReference");
  const others = actions.filter((action) => action.Name !== "_RemoveReference" && action.ActionType !== ActionType.Instantiate);
  return released.length > 0 && others.length === 0;
}

function failed(error: HostError): RichApiResponse {
  return {
    Results: [],
    TraceIds: [],
    Error: { Code: error.code, Message: error.message, Location: "", ActionIndex: -1, HttpStatusCode: 400 },
  };
}
