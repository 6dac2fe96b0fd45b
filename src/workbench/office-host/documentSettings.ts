/**
 * What an add-in stores in the document, as JSON texts by name: `Office.context.document.settings` and
 * `workbook.settings` see the same ones.
 */
export class DocumentSettings {
  readonly #values: Map<string, string>;
  /** Told after every change. */
  onChanged: () => void = () => undefined;

  constructor(stored: Iterable<readonly [string, string]> = []) {
    this.#values = new Map(stored);
  }

  entries(): readonly (readonly [string, string])[] {
    return [...this.#values];
  }

  get(name: string): string | undefined {
    return this.#values.get(name);
  }

  set(name: string, json: string): void {
    this.#values.set(name, json);
    this.onChanged();
  }

  delete(name: string): void {
    if (this.#values.delete(name)) this.onChanged();
  }

  /** What is not among the new ones is gone. */
  replaceAll(entries: Iterable<readonly [string, string]>): void {
    this.#values.clear();
    for (const [name, json] of entries) this.#values.set(name, json);
    this.onChanged();
  }
}
