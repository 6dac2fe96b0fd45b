import type { Answer } from "./results";

/** Bound of remembered answers, in characters of their calls and numbers of their cells. */
const DEFAULT_LIMIT = 64_000_000;

/**
 * Answers of earlier calls by the text of the call, oldest use first. Nothing is forgotten while formulas are being
 * worked out: an answer lost before its cell has taken it would be asked for again without end.
 */
export class AnswerCache {
  readonly #answers = new Map<string, Answer>();
  #size = 0;

  constructor(private readonly limit = DEFAULT_LIMIT) {}

  get(call: string): Answer | undefined {
    const answer = this.#answers.get(call);
    if (answer) {
      this.#answers.delete(call);
      this.#answers.set(call, answer);
    }
    return answer;
  }

  set(call: string, answer: Answer): void {
    this.delete(call);
    this.#answers.set(call, answer);
    this.#size += sizeOf(call, answer);
  }

  delete(call: string): void {
    const answer = this.#answers.get(call);
    if (!answer) return;
    this.#answers.delete(call);
    this.#size -= sizeOf(call, answer);
  }

  clear(): void {
    this.#answers.clear();
    this.#size = 0;
  }

  /** Forgets the answers not used for longest until the bound is kept. Only when no formula waits. */
  trim(): void {
    for (const call of this.#answers.keys()) {
      if (this.#size <= this.limit) return;
      this.delete(call);
    }
  }

  get count(): number {
    return this.#answers.size;
  }
}

function sizeOf(call: string, answer: Answer): number {
  const cells = Array.isArray(answer.value) ? answer.value.length * (answer.value[0]?.length ?? 0) : 1;
  return call.length + cells * 8;
}
