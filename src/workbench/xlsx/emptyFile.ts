import { writeLibrary } from "./library";

/** An .xlsx file as Excel begins one: a single empty sheet. */
export function emptyFile(): Promise<Uint8Array> {
  return writeLibrary({ sheets: [{ name: "Sheet1", rows: [] }] });
}
