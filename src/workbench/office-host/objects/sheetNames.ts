import { HostError } from "../hostObject";
import { checkString, invalid } from "./arguments";
import type { Book } from "./book";

const MAX_LENGTH = 31;

/** Checks a new sheet name by Excel's rules; `ownId` is the sheet that may keep its name. */
export function checkSheetName(book: Book, value: unknown, ownId?: string): string {
  const name = checkString("name", value);
  const problem =
    name.trim() === ""
      ? "is empty"
      : name.length > MAX_LENGTH
        ? `has ${name.length} characters, the limit is ${MAX_LENGTH}`
        : /[:\\/?*[\]]/.test(name)
          ? "has one of the characters : \\ / ? * [ ]"
          : /^'|'$/.test(name)
            ? "begins or ends with an apostrophe"
            : name.toLowerCase() === "history"
              ? "is reserved by Excel"
              : undefined;
  if (problem) throw invalid(`The worksheet name "${name}" ${problem}.`);
  const same = book.sheets().find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  if (same && same.id !== ownId) throw new HostError("ItemAlreadyExists", `A worksheet named "${same.name}" already exists.`);
  return name;
}

/** `Sheet4` when the sheets are called Sheet1 to Sheet3, whatever their order. */
export function nextSheetName(book: Book): string {
  const taken = new Set(book.sheets().map((sheet) => sheet.name.toLowerCase()));
  for (let number = 1; ; number++) if (!taken.has(`sheet${number}`)) return `Sheet${number}`;
}

/** `Plan (2)`, as Excel calls the copy of `Plan`; shortened to fit. */
export function copyName(book: Book, name: string): string {
  const taken = new Set(book.sheets().map((sheet) => sheet.name.toLowerCase()));
  const stem = name.replace(/ \(\d+\)$/, "");
  for (let number = 2; ; number++) {
    const ending = ` (${number})`;
    const candidate = stem.slice(0, MAX_LENGTH - ending.length) + ending;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}
