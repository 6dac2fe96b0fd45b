import type { ButtonInfo, ControlInfo } from "../office-host/ribbon/manifest";
import type { RibbonState } from "../office-host/ribbon/ribbonState";
import type { CommandButton, CommandGroup } from "./ribbonView";

function iconOf(control: ControlInfo, pixels: number): string {
  const sizes = Object.keys(control.icons).map(Number).sort((a, b) => a - b);
  const size = sizes.find((candidate) => candidate >= pixels) ?? sizes.at(-1);
  // The manifest names the add-in's own address; here the same files are on this origin.
  return size === undefined ? "" : new URL(control.icons[size] as string).pathname;
}

function buttonsOf(control: ControlInfo, state: RibbonState, pixels: number): CommandButton[] {
  if (control.kind === "menu") return control.items.flatMap((item) => buttonsOf(item, state, pixels));
  const { id, label, supertip } = control;
  return [{ id, label, tip: supertip.description, icon: iconOf(control, pixels), enabled: state.isEnabled(id), visible: true }];
}

/** The groups of all tabs that are shown now. */
export function ribbonGroups(state: RibbonState): CommandGroup[] {
  return state.manifest.tabs
    .filter((tab) => state.isTabVisible(tab.id))
    .flatMap((tab) => tab.groups)
    .map((group) => ({ label: group.label, buttons: group.controls.flatMap((control) => buttonsOf(control, state, 32)) }));
}

/** The entries of the cell's context menu; a menu's items stand for themselves. */
export function contextMenuItems({ manifest }: RibbonState): readonly ButtonInfo[] {
  return manifest.contextMenu.flatMap((control) => (control.kind === "menu" ? control.items : [control]));
}
