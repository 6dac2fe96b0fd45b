import { columnIndex } from "./address";
import { invalid } from "./arguments";
import { COLUMNS, ROWS } from "./region";

/** Excel's rules for the text of a name: KAM1 and R1C1 are cells, Rate is a name. */
export function checkNameText(name: string): void {
  const problem =
    name === ""
      ? "is empty"
      : name.length > 255
        ? `has ${name.length} characters, the limit is 255`
        : !/^[\p{L}_\\]/u.test(name)
          ? "must begin with a letter, an underscore or a backslash"
          : !/^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name)
            ? "may hold only letters, digits, underscores, dots, backslashes and question marks"
            : looksLikeCell(name)
              ? "reads as a cell address"
              : undefined;
  if (problem) throw invalid(`The name "${name}" ${problem}.`);
}

function looksLikeCell(name: string): boolean {
  const a1 = /^([A-Za-z]{1,3})(\d+)$/.exec(name);
  if (a1 && columnIndex(a1[1] as string) < COLUMNS && Number(a1[2]) >= 1 && Number(a1[2]) <= ROWS) return true;
  return /^(r\d*|c\d*|r\d*c\d*)$/i.test(name);
}
