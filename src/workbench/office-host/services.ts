import { HostObject } from "./hostObject";

/** Services of the host that office.js reaches beside the workbook, by their server type names. */
export const ADDIN_INTERNAL_SERVICE = "Microsoft.InternalService.AddinInternalService";
export const APP_RUNTIME_SERVICE = "Microsoft.AppRuntime.AppRuntimeService";
export const APP_RUNTIME_PERSISTENCE_SERVICE = "Microsoft.AppRuntime.AppRuntimePersistenceService";

/** office.js tells here that `Office.actions` can be called. */
export class AddinInternalService extends HostObject {
  readonly #ready: () => void;

  constructor(ready: () => void) {
    super();
    this.#ready = ready;
  }

  notifyActionHandlerReady(): void {
    this.#ready();
  }
}

export type PaneState = "Visible" | "Background";

export interface Pane {
  state(): PaneState;
  show(visible: boolean): void;
}

/** `Office.addin.showAsTaskpane()` and `hide()`. */
export class AppRuntimeService extends HostObject {
  readonly #pane: Pane;

  constructor(pane: Pane) {
    super();
    this.#pane = pane;
  }

  setAppRuntimeState(state: PaneState): void {
    this.#pane.show(state === "Visible");
  }

  getAppRuntimeState(): PaneState {
    return this.#pane.state();
  }
}

/** `Office.addin.setStartupBehavior()`: whether the document loads the add-in when it opens ("Background") or not ("Inactive"). */
export interface StartupStore {
  startState: string;
}

export class AppRuntimePersistenceService extends HostObject {
  readonly #store: StartupStore;

  constructor(store: StartupStore) {
    super();
    this.#store = store;
  }

  setAppRuntimeStartState(state: string): void {
    this.#store.startState = state;
  }

  getAppRuntimeStartState(): string {
    return this.#store.startState;
  }
}
