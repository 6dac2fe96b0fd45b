import type { DocumentSettings } from "../documentSettings";
import { HostCollection, HostError, HostObject } from "../hostObject";

/** `workbook.settings`: the add-in's values in the document, the same that `Office.context.document.settings` sees. */
export class SettingCollection extends HostCollection<Setting> {
  readonly #settings: DocumentSettings;

  constructor(settings: DocumentSettings) {
    super();
    this.#settings = settings;
  }

  get items(): readonly Setting[] {
    return this.#settings.entries().map(([key]) => new Setting(this.#settings, key));
  }

  getCount(): number {
    return this.#settings.entries().length;
  }

  getItem(key: string | number): Setting {
    const name = String(key);
    if (this.#settings.get(name) === undefined) throw new HostError("ItemNotFound", `The workbook has no setting "${name}".`);
    return new Setting(this.#settings, name);
  }

  /** Adds a setting or gives the one of that name the new value. */
  add(key: string, value: unknown): Setting {
    this.#settings.set(key, JSON.stringify(value ?? null));
    return new Setting(this.#settings, key);
  }
}

export class Setting extends HostObject {
  readonly #settings: DocumentSettings;
  readonly #key: string;

  constructor(settings: DocumentSettings, key: string) {
    super();
    this.#settings = settings;
    this.#key = key;
  }

  override identity() {
    return { _Id: this.#key };
  }

  get key(): string {
    return this.#key;
  }

  get value(): unknown {
    return JSON.parse(this.#json());
  }

  set value(value: unknown) {
    this.#json();
    this.#settings.set(this.#key, JSON.stringify(value ?? null));
  }

  delete(): void {
    this.#settings.delete(this.#key);
  }

  #json(): string {
    const json = this.#settings.get(this.#key);
    if (json === undefined) throw new HostError("ItemNotFound", `The setting "${this.#key}" has been deleted.`);
    return json;
  }
}
