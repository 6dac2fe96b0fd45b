import { HostError, type HostObject } from "../hostObject";

/** Objects an add-in asked to keep beyond one request (every range of an `Excel.run`), by the id it was given. */
export class References {
  #objects = new Map<string, HostObject>();
  #last = 0;

  keep(object: HostObject): string {
    const id = `ref${++this.#last}`;
    this.#objects.set(id, object);
    return id;
  }

  get(id: string): HostObject {
    const object = this.#objects.get(id);
    if (!object) throw new HostError("InvalidReference", `The reference ${id} is not known: it was released or belongs to another session.`);
    return object;
  }

  release(id: string): void {
    this.#objects.delete(id);
  }

  releaseAll(): void {
    this.#objects.clear();
  }

  get count(): number {
    return this.#objects.size;
  }
}
