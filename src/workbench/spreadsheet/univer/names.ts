import { generateRandomId, type ICellData } from "@univerjs/core";
import { IFunctionService, RemoveDefinedNameMutation, SetDefinedNameMutation, type IDefinedNamesServiceParam } from "@univerjs/engine-formula";
import { replaceWords } from "../formulaWords";
import type { DefinedName } from "../spreadsheet";
import type { Calculation } from "./calculation";
import { filledCells } from "./cells";
import type { FormulaText } from "./formulaText";
import type { Grid } from "./grid";
import { type NameIndex, sheetOf, shownName, WHOLE_WORKBOOK } from "./nameIndex";
import { nameIndexOf } from "./nameIndexOf";

/** Names that stand for one reference, number or text need no brackets where the engine puts them in. */
const ATOM = /^(?:[^()+\-*/^&=<>,\s"']+|'(?:[^']|'')*'![^()+\-*/^&=<>,\s"']+|"(?:[^"]|"")*")$/;

/**
 * Defined names. The engine replaces a name by its text and remembers the result per formula text, so a name that
 * changes its meaning has to make every formula that uses it forget. Names of one sheet are kept under a name of
 * their own, because the engine knows only names of the workbook.
 */
export class Names {
  readonly #sheetNumbers = new Map<string, number>();
  readonly #index: NameIndex;

  constructor(
    readonly grid: Grid,
    readonly calculation: Calculation,
    readonly formulaText: FormulaText,
  ) {
    this.#index = nameIndexOf(grid.injector);
  }

  list(): DefinedName[] {
    return this.#index.entries.map((entry) => this.#defined(entry));
  }

  /** The names of one sheet, or those of the workbook. */
  listOf(sheetId: string | undefined): DefinedName[] {
    return this.#index.ofSheet(sheetId).map((entry) => this.#defined(entry));
  }

  find(name: string, sheetId: string | undefined): DefinedName | undefined {
    const entry = this.#index.find(name, sheetId);
    return entry && this.#defined(entry);
  }

  /** Names, in upper case, that belong to one sheet. */
  ofSheet(sheetId: string): string[] {
    return this.#index.ofSheet(sheetId).map((entry) => shownName(entry.name).toUpperCase());
  }

  #defined(entry: IDefinedNamesServiceParam): DefinedName {
    const sheetId = sheetOf(entry);
    const formula = this.formulaText.toTyped(`=${unbracketed(entry.formulaOrRefString)}`, sheetId ?? "", -1, -1);
    return { name: shownName(entry.name), formula, ...(sheetId === undefined ? {} : { sheetId }), visible: !entry.hidden };
  }

  set(name: DefinedName): void {
    this.#change(name.name, name.sheetId, () => {
      const text = this.formulaText.toEngine(name.formula, name.sheetId ?? "", -1, -1).replace(/^=/, "");
      this.grid.mutate(SetDefinedNameMutation, {
        id: this.#index.find(name.name, name.sheetId)?.id ?? generateRandomId(10),
        name: this.#engineName(name.name, name.sheetId),
        formulaOrRefString: ATOM.test(text) ? text : `(${text})`,
        localSheetId: name.sheetId ?? WHOLE_WORKBOOK,
        hidden: !name.visible,
        comment: "",
      });
    });
  }

  delete(name: string, sheetId?: string): void {
    const entry = this.#index.find(name, sheetId);
    if (entry) this.#change(name, sheetId, () => this.grid.mutate(RemoveDefinedNameMutation, { ...entry }));
  }

  /** Names of a sheet go with it. */
  deleteSheet(sheetId: string): void {
    for (const entry of this.#index.ofSheet(sheetId)) this.delete(shownName(entry.name), sheetId);
  }

  /**
   * Names a copied sheet gets: those of the sheet, and those of the workbook that refer to it (Excel makes them names
   * of the copy too). `words` are what they replace in the formulas of the copy, by upper case.
   */
  copiesFor(from: string, to: string, point: (formula: string) => string): { readonly words: ReadonlyMap<string, string>; readonly add: () => void } {
    const own = this.#index.ofSheet(from);
    const shown = new Set(own.map((entry) => shownName(entry.name).toUpperCase()));
    const global = this.#index.ofSheet(undefined).filter((entry) => !shown.has(entry.name.toUpperCase()) && point(entry.formulaOrRefString) !== entry.formulaOrRefString);
    const copied = [...own, ...global];
    const words = new Map(copied.map((entry) => [entry.name.toUpperCase(), this.#engineName(shownName(entry.name), to)]));
    const add = () => {
      for (const entry of copied) {
        const formulaOrRefString = replaceWords(point(entry.formulaOrRefString), words);
        this.grid.mutate(SetDefinedNameMutation, { ...entry, id: generateRandomId(10), name: words.get(entry.name.toUpperCase()), formulaOrRefString, localSheetId: to });
      }
      if (copied.length > 0) this.formulaText.forget();
    };
    return { words, add };
  }

  /** Rewrites what names stand for; answers the names, in upper case, that are read anew with those made of them. */
  rewrite(change: (formula: string) => string): ReadonlySet<string> {
    const changed = this.#index.entries.flatMap((entry) => {
      const formulaOrRefString = change(entry.formulaOrRefString);
      return formulaOrRefString === entry.formulaOrRefString ? [] : [{ ...entry, formulaOrRefString }];
    });
    if (changed.length === 0) return new Set();
    for (const entry of changed) this.grid.mutate(SetDefinedNameMutation, entry);
    const read = this.#index.withMadeOf(changed.map(({ name }) => name.toUpperCase()));
    // Names of one sheet have a spelling of their own; those of the workbook may stand in formulas in any case.
    const spellings = [...read].map((key) => this.#index.byEngineName(key)?.name ?? key);
    this.grid.injector.get(IFunctionService).deleteFormulaAstCacheKey(...(spellings.every((name) => name !== shownName(name)) ? spellings : ["="]));
    this.calculation.markNames(spellings);
    return read;
  }

  #engineName(name: string, sheetId: string | undefined): string {
    if (sheetId === undefined) return name;
    const number = this.#sheetNumbers.get(sheetId) ?? this.#sheetNumbers.size + 1;
    this.#sheetNumbers.set(sheetId, number);
    return `_L${number}_${name}`;
  }

  /** Formulas that use the name, directly or through other names, are read again. */
  #change(name: string, sheetId: string | undefined, change: () => void): void {
    const users = this.#users(name);
    const typed = users.map(({ formula, sheet, row, column }) => this.formulaText.toTyped(formula, sheet, row, column));
    change();
    this.formulaText.forget();
    this.grid.injector.get(IFunctionService).deleteFormulaAstCacheKey("=");
    users.forEach(({ cell, sheet, row, column }, i) => {
      if (sheetId !== undefined && cell.f) cell.f = this.formulaText.toEngine(typed[i] as string, sheet, row, column);
      this.calculation.markFormula(sheet, row, column);
    });
  }

  #users(name: string): { cell: ICellData; formula: string; sheet: string; row: number; column: number }[] {
    const names = this.#withUsers(name);
    const pattern = new RegExp(`(?<![\\w.\\u00c0-\\uffff])(?:_L\\d+_)?(?:${names.map(literally).join("|")})(?![\\w.\\u00c0-\\uffff(])`, "gi");
    const found: { cell: ICellData; formula: string; sheet: string; row: number; column: number }[] = [];
    const spellings = new Set(names);
    for (const worksheet of this.grid.workbook.getSheets()) {
      const sheet = worksheet.getSheetId();
      for (const [row, column, cell] of filledCells(this.grid.cells(sheet))) {
        if (!cell.f && !cell.si) continue;
        const words = cell.f?.match(pattern);
        if (!words && !cell.si) continue;
        words?.forEach((word) => spellings.add(word));
        found.push({ cell, formula: cell.f ?? "", sheet, row, column });
      }
    }
    this.calculation.markNames(spellings);
    return found;
  }

  /** The name and all names that are made with it, however indirectly. */
  #withUsers(name: string): string[] {
    const found = [name];
    for (const current of found) {
      const pattern = current.toUpperCase();
      for (const entry of this.#index.entries) {
        const shown = shownName(entry.name);
        if (!found.includes(shown) && entry.formulaOrRefString.toUpperCase().includes(pattern)) found.push(shown);
      }
    }
    return found;
  }
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function unbracketed(text: string): string {
  return text.startsWith("(") && text.endsWith(")") && !ATOM.test(text) ? text.slice(1, -1) : text;
}
