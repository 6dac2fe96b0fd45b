import { HostError, HostObject } from "../hostObject";
import type { RibbonState } from "./ribbonState";

export const DYNAMIC_RIBBON_SERVICE = "Microsoft.DynamicRibbon.DynamicRibbon";

/** What `Office.ribbon` reaches. */
export class DynamicRibbon extends HostObject {
  readonly #state: RibbonState;

  constructor(state: RibbonState) {
    super();
    this.#state = state;
  }

  getTab(id: string): RibbonTab {
    return new RibbonTab(this.#state, id);
  }

  getButton(id: string): RibbonButton {
    return new RibbonButton(this.#state, id);
  }
}

class RibbonTab extends HostObject {
  readonly #state: RibbonState;
  readonly #id: string;

  constructor(state: RibbonState, id: string) {
    super();
    this.#state = state;
    this.#id = id;
  }

  override identity() {
    return { Id: this.#id };
  }

  get id(): string {
    return this.#id;
  }

  setVisibility(visible: boolean): void {
    if (!this.#state.manifest.tabs.some((tab) => tab.id === this.#id)) {
      throw new HostError("ControlIdNotFound", `The manifest has no tab "${this.#id}".`);
    }
    this.#state.setTabVisible(this.#id, visible);
  }
}

class RibbonButton extends HostObject {
  readonly #state: RibbonState;
  readonly #id: string;

  constructor(state: RibbonState, id: string) {
    super();
    this.#state = state;
    this.#id = id;
  }

  override identity() {
    return { Id: this.#id };
  }

  get id(): string {
    return this.#id;
  }

  get label(): string {
    return this.#state.label(this.#id);
  }

  get enabled(): boolean {
    return this.#state.isEnabled(this.#id);
  }

  set enabled(enabled: boolean) {
    this.#state.setEnabled(this.#id, enabled);
  }

  setEnabled(enabled: boolean): void {
    this.enabled = enabled;
  }
}
