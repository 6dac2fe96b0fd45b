/** Collects what a file or the workbench cannot hold, and says it in plain words: `2 text boxes on Plan are left out`. */
export class Losses {
  readonly #counts = new Map<string, number>();

  /** `one` and `many` are the sentence for one and for several; `#` stands for the number. */
  add(one: string, many: string = one, count = 1): void {
    if (count <= 0) return;
    const key = `${one}\n${many}`;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + count);
  }

  list(): readonly string[] {
    return [...this.#counts].map(([key, count]) => {
      const [one = "", many = ""] = key.split("\n");
      return (count === 1 ? one : many).replace("#", String(count));
    });
  }
}
