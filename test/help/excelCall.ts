/** A cell constant: a number, text, TRUE or FALSE; an argument is one of them, rows of them, or null where it is left out. */
export type Constant = number | string | boolean;
export type Argument = Constant | null | Constant[][];

/** A formula that calls one function with constants, as a help page shows it. */
export interface ExcelCall {
  /** Without the namespace. */
  readonly id: string;
  readonly args: readonly Argument[];
}

/** Reads `=KAM.RANK({80;95}, "average")` in Excel's English notation: `,` parts columns, `;` rows. */
export function readCall(formula: string): ExcelCall {
  const shape = /^=KAM\.([A-Z.]+)\((.*)\)$/.exec(formula);
  if (shape === null) throw new Error(`not a call of a KAM function: ${formula}`);
  const scanner = new Scanner(shape[2]!);
  const args = [scanner.argument()];
  while (scanner.take(",")) args.push(scanner.argument());
  scanner.checkEnd();
  return { id: shape[1]!, args };
}

/** Reads a constant or an array of constants: `2.5`, `"A"`, `{1,2;3,4}`. */
export function readConstant(text: string): Constant | Constant[][] {
  const scanner = new Scanner(text);
  const value = scanner.argument();
  scanner.checkEnd();
  if (value === null) throw new Error("nothing to read");
  return value;
}

class Scanner {
  private place = 0;

  constructor(private readonly text: string) {}

  take(character: string): boolean {
    while (this.text[this.place] === " ") this.place++;
    if (this.text[this.place] !== character) return false;
    this.place++;
    return true;
  }

  argument(): Argument {
    if (!this.take("{")) return this.take(",") ? this.back() : this.constant();
    const rows: Constant[][] = [[]];
    do rows.at(-1)!.push(this.constant());
    while (this.take(",") || (this.take(";") && rows.push([]) > 0));
    if (!this.take("}")) throw new Error(`} expected at ${this.place} of ${this.text}`);
    return rows;
  }

  checkEnd(): void {
    if (this.text.slice(this.place).trim() !== "") throw new Error(`not read: ${this.text.slice(this.place)}`);
  }

  private back(): null {
    this.place--;
    return null;
  }

  private constant(): Constant {
    const found = /^ *("(?:[^"]|"")*"|TRUE|FALSE|-?[\d.]+(?:E[+-]?\d+)?)/.exec(this.text.slice(this.place));
    if (found === null) throw new Error(`a constant expected at ${this.place} of ${this.text}`);
    this.place += found[0].length;
    const constant = found[1]!;
    if (constant.startsWith('"')) return constant.slice(1, -1).replaceAll('""', '"');
    return constant === "TRUE" || constant === "FALSE" ? constant === "TRUE" : Number(constant);
  }
}
