import { HostError, HostObject } from "../hostObject";
import { checkString } from "./arguments";
import type { Book } from "./book";

/** Protection of the workbook's structure: its sheets, not their cells. */
export class WorkbookProtection extends HostObject {
  readonly #book: Book;

  constructor(book: Book) {
    super();
    this.#book = book;
  }
  get protected(): boolean {
    return this.#book.state.structureProtection !== undefined;
  }
  protect(password?: unknown): void {
    if (this.protected) throw new HostError("AccessDenied", "The workbook is protected already. Unprotect it first.");
    this.#book.state.structureProtection = { password: password === undefined ? "" : checkString("password", password) };
  }
  unprotect(password?: unknown): void {
    const { structureProtection } = this.#book.state;
    if (structureProtection) checkPassword(structureProtection.password, password);
    this.#book.state.structureProtection = undefined;
  }
}

export function checkPassword(expected: string, given: unknown): void {
  if (expected !== "" && expected !== given) throw new HostError("AccessDenied", "The password is wrong.");
}
