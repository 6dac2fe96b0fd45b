import { isBlank, isErrorText, type CellValue } from "../cellValue";
import { cited, type ModelComplaint, type ModelLine } from "./modelCells";

/** Digits with any grouping and decimal mark: what a person would call a number. */
const LOOKS_LIKE_A_NUMBER = /^[\s(+\-−€$£]*\d[\d\s.,'’\u00a0\u202f]*[\s)%€$£]*$/;

/** Collects what is wrong while the cells of a table are read; a faulty cell reads as absent. */
export class ModelReader {
  readonly complaints: ModelComplaint[] = [];

  /** A number, undefined when the cell is blank or holds something else. */
  number(line: ModelLine, header: string, what: string): number | undefined {
    const value = line.value(header);
    if (typeof value === "number" && Number.isFinite(value)) return value;
    if (isBlank(value)) return undefined;
    this.complain(line, header, `${what} is ${described(value)}.`, `Type a number in ${line.address(header)}.`);
    return undefined;
  }

  /** One of some words, in any case; the first of them when the cell is blank. */
  word<W extends string>(line: ModelLine, header: string, words: readonly W[], what: string): W {
    const text = line.text(header).toLowerCase();
    const found = words.find((word) => word.toLowerCase() === text);
    if (found !== undefined) return found;
    if (text !== "") this.complain(line, header, `${what} is ${cited(line.value(header))}.`, `Choose ${listed(words)} in ${line.address(header)}.`);
    return words[0] as W;
  }

  /** A text that must be there; "" when it is not. */
  text(line: ModelLine, header: string, what: string, nextStep: string): string {
    const value = line.value(header);
    if (isBlank(value)) this.complain(line, header, `${what} is blank.`, nextStep);
    else if (isErrorText(value)) this.complain(line, header, `${what} is the error ${cited(value)}.`, nextStep);
    else return line.text(header);
    return "";
  }

  complain(line: ModelLine, header: string, message: string, nextStep: string): void {
    this.complaints.push(line.complaint(header, message, nextStep));
  }
}

export const listed = (words: readonly string[]): string => (words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`);

function described(value: CellValue): string {
  if (isErrorText(value)) return `the error ${String(value)}`;
  if (typeof value === "string" && LOOKS_LIKE_A_NUMBER.test(value)) return `${cited(value)}, a number stored as text`;
  return `${cited(value)}, which is not a number`;
}
