import type { CellValue } from "../../src/workbench/spreadsheet/spreadsheet";
import { parseRegion } from "../../src/workbench/office-host/objects/address";
import type { Region } from "../../src/workbench/office-host/objects/region";

type Read = (sheetName: string | undefined, region: Region) => CellValue[][];

const TOKENS = /\s*(?:(?<number>\d+(?:\.\d+)?)|(?<string>"(?:[^"]|"")*")|(?<fn>[A-Z]+)\(|(?<ref>(?:(?:'[^']+'|\w+)!)?\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?)|(?<symbol>[-+*/&(),]))/gy;

/** Sums, products and SUM over cells: enough to see formulas follow their cells. Anything else is `#NAME?`. */
export function evaluate(formula: string, read: Read): CellValue {
  const tokens = [...formula.slice(1).matchAll(TOKENS)].map((match) => match.groups as Record<string, string | undefined>);
  let at = 0;
  const symbol = (wanted: string) => tokens[at]?.symbol === wanted && at++ >= 0;
  const cells = (ref: string): CellValue[] => {
    const [sheet, address] = ref.includes("!") ? [ref.slice(0, ref.lastIndexOf("!")).replace(/^'|'$/g, ""), ref.slice(ref.lastIndexOf("!") + 1)] : [undefined, ref];
    const region = parseRegion(address);
    return region ? read(sheet, region).flat() : ["#REF!"];
  };
  const factor = (): CellValue => {
    const token = tokens[at++];
    if (token?.number !== undefined) return Number(token.number);
    if (token?.string !== undefined) return token.string.slice(1, -1).replace(/""/g, '"');
    if (token?.ref !== undefined) return cells(token.ref)[0] ?? "";
    if (token?.symbol === "-") return -Number(factor());
    if (token?.symbol === "(") {
      const inside = sum();
      symbol(")");
      return inside;
    }
    if (token?.fn === "SUM") {
      let total = 0;
      do {
        const range = tokens[at]?.ref;
        if (range !== undefined) {
          at++;
          for (const value of cells(range)) total += typeof value === "number" ? value : 0;
        } else total += Number(sum());
      } while (symbol(","));
      symbol(")");
      return total;
    }
    throw new Error("not understood");
  };
  const product = (): CellValue => {
    let left = factor();
    for (;;) {
      if (symbol("*")) left = Number(left) * Number(factor());
      else if (symbol("/")) {
        const right = Number(factor());
        left = right === 0 ? "#DIV/0!" : Number(left) / right;
      } else return left;
    }
  };
  const sum = (): CellValue => {
    let left = product();
    for (;;) {
      if (symbol("+")) left = Number(left) + Number(product());
      else if (symbol("-")) left = Number(left) - Number(product());
      else if (symbol("&")) left = `${left}${product()}`;
      else return left;
    }
  };
  try {
    const value = sum();
    return at === tokens.length && tokens.length > 0 ? value : "#NAME?";
  } catch {
    return "#NAME?";
  }
}
