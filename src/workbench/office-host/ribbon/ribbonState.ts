import { HostError } from "../hostObject";
import type { AddinManifest, ButtonInfo, ControlInfo } from "./manifest";

/** Which controls can be pressed and which tabs are shown, as the manifest starts and the add-in changes it. */
export class RibbonState {
  readonly #enabled = new Map<string, boolean>();
  readonly #hiddenTabs = new Set<string>();
  /** Told after every change, so that the page can draw the ribbon again. */
  onChanged: () => void = () => undefined;

  constructor(readonly manifest: AddinManifest) {}

  isEnabled(controlId: string): boolean {
    return this.#enabled.get(controlId) ?? this.#control(controlId).enabled;
  }

  setEnabled(controlId: string, enabled: boolean): void {
    this.#control(controlId);
    this.#enabled.set(controlId, enabled);
    this.onChanged();
  }

  isTabVisible(tabId: string): boolean {
    this.label(tabId);
    return !this.#hiddenTabs.has(tabId);
  }

  setTabVisible(tabId: string, visible: boolean): void {
    this.label(tabId);
    if (visible) this.#hiddenTabs.delete(tabId);
    else this.#hiddenTabs.add(tabId);
    this.onChanged();
  }

  label(id: string): string {
    const tab = this.manifest.tabs.find((candidate) => candidate.id === id);
    return (tab ?? this.#control(id)).label;
  }

  /** The button with this id, wherever in the ribbon or the context menu it stands. */
  button(id: string): ButtonInfo {
    const control = this.#control(id);
    if (control.kind === "menu") throw new HostError("ControlIdNotFound", `"${id}" is a menu; press one of its items: ${control.items.map((item) => item.id).join(", ")}.`);
    return control;
  }

  #control(id: string): ControlInfo {
    const controls = this.manifest.tabs.flatMap((tab) => tab.groups.flatMap((group) => group.controls)).concat(this.manifest.contextMenu);
    const all = controls.flatMap((control): ControlInfo[] => (control.kind === "menu" ? [control, ...control.items] : [control]));
    const found = all.find((control) => control.id === id);
    if (!found) throw new HostError("ControlIdNotFound", `The manifest has no control "${id}". It has: ${all.map((control) => control.id).join(", ")}.`);
    return found;
  }
}
