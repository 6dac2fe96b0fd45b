import { HostError } from "../hostObject";
import { invalid } from "./arguments";
import type { Book } from "./book";
import { checkNameText } from "./nameRules";

/** `Table1`, `Table2`, … or, for the copy of a table, its name with a number. */
export function freeTableName(book: Book, stem?: string): string {
  const taken = new Set([...book.grid.tables().map((table) => table.name.toLowerCase()), ...book.grid.names().map((name) => name.name.toLowerCase())]);
  const base = stem ?? "Table";
  for (let number = stem === undefined ? 1 : 2; ; number++) if (!taken.has(`${base}${number}`.toLowerCase())) return `${base}${number}`;
}

export function checkTableName(book: Book, name: string, ownId: string): string {
  checkNameText(name);
  const other = book.grid.tables().find((table) => table.id !== ownId && table.name.toLowerCase() === name.toLowerCase());
  const defined = book.grid.findName(name, undefined);
  if (other ?? defined) throw new HostError("InvalidArgument", `The name ${name} is already used by ${other ? "another table" : "a defined name"}.`);
  if (name.length > 255) throw invalid("A table name has at most 255 characters.");
  return name;
}
