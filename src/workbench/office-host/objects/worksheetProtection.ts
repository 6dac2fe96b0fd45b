import { HostError, HostObject } from "../hostObject";
import { checkBoolean, checkOneOf, checkString, invalid } from "./arguments";
import type { Book } from "./book";
import { EVENT, raiseSheetEvent } from "./changeEvents";
import { checkPassword } from "./workbookProtection";
import type { ProtectionState } from "./workbookState";

/** What protection allows unless told otherwise: selecting, nothing else. */
const DEFAULTS: Readonly<Record<string, boolean | string>> = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
  selectionMode: "Normal",
};

function readOptions(options: unknown): Record<string, boolean | string> {
  if (options === undefined || options === null) return { ...DEFAULTS };
  if (typeof options !== "object") throw invalid("options must be an object.");
  const given = Object.entries(options).filter(([, value]) => value !== null && value !== undefined);
  for (const [name, value] of given) {
    if (!(name in DEFAULTS)) throw invalid(`${name} is no option of worksheet protection.`);
    if (name === "selectionMode") checkOneOf(name, value, ["Normal", "Unlocked", "None"]);
    else checkBoolean(name, value);
  }
  return { ...DEFAULTS, ...(Object.fromEntries(given) as Record<string, boolean | string>) };
}

export class WorksheetProtection extends HostObject {
  readonly #book: Book;
  readonly #sheetId: string;

  constructor(book: Book, sheetId: string) {
    super();
    this.#book = book;
    this.#sheetId = sheetId;
  }
  get protected(): boolean {
    return this.#state() !== undefined;
  }
  get options(): Record<string, boolean | string> {
    return { ...(this.#state()?.options ?? DEFAULTS) };
  }
  get savedOptions(): Record<string, boolean | string> {
    return this.options;
  }
  get isPasswordProtected(): boolean {
    return (this.#state()?.password ?? "") !== "";
  }
  get canPauseProtection(): boolean {
    return this.protected;
  }
  get isPaused(): boolean {
    return this.#state()?.paused ?? false;
  }
  protect(options?: unknown, password?: unknown): void {
    if (this.protected) throw new HostError("AccessDenied", `The worksheet ${this.#book.sheet(this.#sheetId).name} is protected already. Unprotect it first.`);
    this.#set({ password: password === undefined ? "" : checkString("password", password), options: readOptions(options), paused: false });
  }
  unprotect(password?: unknown): void {
    const state = this.#state();
    if (!state) return;
    checkPassword(state.password, password);
    this.#set(undefined);
  }
  updateOptions(options: unknown): void {
    this.#required().options = readOptions(options);
  }
  checkPassword(password?: unknown): boolean {
    const expected = this.#state()?.password ?? "";
    return expected === "" || expected === password;
  }
  setPassword(password?: unknown): void {
    this.#required().password = password === undefined ? "" : checkString("password", password);
  }
  pauseProtection(password?: unknown): void {
    const state = this.#required();
    checkPassword(state.password, password);
    state.paused = true;
  }
  resumeProtection(): void {
    this.#required().paused = false;
  }

  #state(): ProtectionState | undefined {
    return this.#book.sheetState(this.#sheetId).protection;
  }
  #required(): ProtectionState {
    const state = this.#state();
    if (!state) throw new HostError("InvalidOperation", `The worksheet ${this.#book.sheet(this.#sheetId).name} is not protected.`);
    return state;
  }
  #set(state: ProtectionState | undefined): void {
    this.#book.sheetState(this.#sheetId).protection = state;
    raiseSheetEvent(this.#book, EVENT.protection, this.#sheetId, { isProtected: state !== undefined });
  }
}
