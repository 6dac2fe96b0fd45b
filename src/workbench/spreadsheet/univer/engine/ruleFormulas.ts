import type { IRange } from "@univerjs/core";
import type { IFormulaCurrentConfigService, IOtherFormulaManagerService } from "@univerjs/engine-formula";
import { WORKBOOK_ID } from "../blankWorkbook";
import type { Formula } from "./formula";
import type { FormulaLinks } from "./formulaLinks";

/** Formula of a conditional format or a validation, for the first cell of its areas. */
interface RuleItem {
  readonly f: string;
  readonly ranges: readonly IRange[];
}

/** Formulas of conditional formats and validations, one for each cell they look at. */
export class RuleFormulas {
  readonly #links: FormulaLinks;
  readonly #config: IFormulaCurrentConfigService;
  readonly #rules: IOtherFormulaManagerService;
  readonly #known = new Map<string, { readonly item: RuleItem; readonly formulas: Formula[] }>();

  constructor(links: FormulaLinks, config: IFormulaCurrentConfigService, rules: IOtherFormulaManagerService) {
    this.#links = links;
    this.#config = config;
    this.#rules = rules;
  }

  /** Takes in rules that are new or different and forgets those that are gone; answers the new formulas. */
  take(): Formula[] {
    const fresh: Formula[] = [];
    const seen = new Set<string>();
    for (const [sheetId, rules] of Object.entries(this.#rules.getOtherFormulaData()[WORKBOOK_ID] ?? {})) {
      for (const [id, item] of Object.entries(rules ?? {})) {
        seen.add(id);
        const before = this.#known.get(id);
        if (before?.item === item) continue;
        before?.formulas.forEach((formula) => this.#links.remove(formula));
        const formulas = this.#cells(sheetId, id, item);
        this.#known.set(id, { item, formulas });
        fresh.push(...formulas);
      }
    }
    for (const [id, { formulas }] of this.#known) {
      if (seen.has(id)) continue;
      formulas.forEach((formula) => this.#links.remove(formula));
      this.#known.delete(id);
    }
    return fresh;
  }

  #cells(sheetId: string, id: string, { f, ranges }: RuleItem): Formula[] {
    const formulas: Formula[] = [];
    const { rowCount, columnCount } = this.#config.getSheetRowColumnCount(WORKBOOK_ID, sheetId);
    const [first] = ranges;
    if (!first) return formulas;
    for (const range of ranges) {
      const [endRow, endColumn] = [Math.min(range.endRow, rowCount - 1), Math.min(range.endColumn, columnCount - 1)];
      for (let row = range.startRow; row <= endRow; row++) {
        for (let column = range.startColumn; column <= endColumn; column++) {
          formulas.push(this.#links.add(sheetId, row, column, f, { id, x: column - first.startColumn, y: row - first.startRow }));
        }
      }
    }
    return formulas;
  }

  /** Formulas the component wants computed again. */
  dirty(): Formula[] {
    const dirty = this.#config.getDirtyUnitOtherFormulaMap()[WORKBOOK_ID] ?? {};
    return Object.values(dirty).flatMap((rules) => Object.keys(rules ?? {}).flatMap((id) => this.#known.get(id)?.formulas ?? []));
  }

  clear(): void {
    this.#known.clear();
  }
}
