import { HostError, HostObject } from "../hostObject";

/** The file that `<ExtendedOverrides>` of a manifest names (Microsoft: add custom keyboard shortcuts). */
export interface ShortcutsFile {
  readonly actions: readonly { readonly id: string; readonly type?: string; readonly name?: string }[];
  readonly shortcuts: readonly { readonly action: string; readonly key: { readonly default: string; readonly web?: string } }[];
}

export const ACTION_SERVICE = "Microsoft.Office.ActionService";

const MODIFIERS = ["Ctrl", "Alt", "Shift"];

/** Which keys run which action: as the file says for the web, and as the person has changed it. */
export class Shortcuts {
  readonly #actions: readonly string[];
  readonly #keys: Map<string, string | null>;

  constructor(file: ShortcutsFile = { actions: [], shortcuts: [] }) {
    this.#actions = file.actions.map((action) => action.id);
    this.#keys = new Map(this.#actions.map((id) => [id, null]));
    for (const { action, key } of file.shortcuts) {
      this.#check(action);
      this.#keys.set(action, normalised(key.web ?? key.default));
    }
  }

  /** The action a combination of keys (`Ctrl+Alt+1`) runs. */
  actionOf(keys: string): string | undefined {
    const wanted = normalised(keys);
    return [...this.#keys].find(([, own]) => own === wanted)?.[0];
  }

  all(): Readonly<Record<string, string | null>> {
    return Object.fromEntries(this.#keys);
  }

  /** Gives actions other keys; null takes them away. */
  replace(shortcuts: Readonly<Record<string, string | null>>): void {
    for (const action of Object.keys(shortcuts)) this.#check(action);
    for (const [action, keys] of Object.entries(shortcuts)) this.#keys.set(action, keys === null ? null : normalised(keys));
  }

  #check(action: string): void {
    if (!this.#actions.includes(action)) {
      throw new HostError("InvalidArgument", `There is no action "${action}". The actions are: ${this.#actions.join(", ") || "none"}.`);
    }
  }
}

/** `alt + CTRL+k` → `Ctrl+Alt+K`. */
function normalised(keys: string): string {
  const parts = keys.split("+").map((part) => part.trim());
  const isModifier = (part: string) => MODIFIERS.some((modifier) => modifier.toLowerCase() === part.toLowerCase());
  const modifiers = MODIFIERS.filter((modifier) => parts.some((part) => part.toLowerCase() === modifier.toLowerCase()));
  return [...modifiers, ...parts.filter((part) => !isModifier(part)).map((part) => part.toUpperCase())].join("+");
}

/** Combination of a pressed key, `Ctrl+Alt+K`; Command counts as Ctrl. */
export function keysOf(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">): string {
  const pressed = [event.ctrlKey || event.metaKey, event.altKey, event.shiftKey];
  return normalised([...MODIFIERS.filter((_, index) => pressed[index]), event.key].join("+"));
}

/** What `Office.actions` asks about keys. */
export class ActionService extends HostObject {
  readonly #shortcuts: Shortcuts;

  constructor(shortcuts: Shortcuts) {
    super();
    this.#shortcuts = shortcuts;
  }

  getShortcuts(): Readonly<Record<string, string | null>> {
    return this.#shortcuts.all();
  }

  replaceShortcuts(shortcuts: Readonly<Record<string, string | null>>): void {
    this.#shortcuts.replace(shortcuts);
  }

  /** One answer per combination; office.js puts the combinations beside them. */
  areShortcutsInUse(combinations: readonly string[]): readonly boolean[] {
    return combinations.map((keys) => this.#shortcuts.actionOf(keys) !== undefined);
  }
}
