import { Annotations } from "./annotations";
import { Autofit } from "./autofit";
import { boot } from "./boot";
import { Calculation } from "./calculation";
import { Cells } from "./cells";
import { ConditionalRules } from "./conditionalRules";
import { FormulaText, type LocalName, type Vocabulary } from "./formulaText";
import { BusyCells, registerFunctions } from "./functions";
import { Grid } from "./grid";
import { type NameIndex, sheetOf, shownName } from "./nameIndex";
import { nameIndexOf } from "./nameIndexOf";
import { Names } from "./names";
import { Selection } from "./selection";
import { Sheets } from "./sheets";
import { Structure } from "./structure";
import { CellStyles } from "./styles";
import { Tables } from "./tables";
import { ValidationRules } from "./validationRules";
import { Viewport } from "./viewport";

export type Parts = ReturnType<typeof assembleParts>;

/** Starts the grid component in an element and puts the parts of the adapter around it. */
export function assembleParts(container: HTMLElement) {
  const { injector, workbook } = boot(container, (services) => Calculation.replaceTrigger(services));
  const grid = new Grid(injector, workbook);
  const calculation = new Calculation(injector);
  calculation.onSpillBeyond = (sheetId, rowCount, columnCount) => grid.grow(sheetId, rowCount, columnCount);
  const formulaText = new FormulaText({
    tables: (): ReturnType<Tables["list"]> => tables.list(),
    ...localVocabulary(nameIndexOf(injector)),
    sheetName: (sheetId) => workbook.getSheetBySheetId(sheetId)?.getName(),
  });
  const names = new Names(grid, calculation, formulaText);
  const tables = new Tables(grid, calculation, formulaText);
  const cells = new Cells(grid, calculation, formulaText);
  const styles = new CellStyles(grid);
  const structure = new Structure(grid, calculation);
  const sheets = new Sheets(grid);
  const busy = new BusyCells();
  registerFunctions(injector, [], busy);
  return {
    grid,
    calculation,
    formulaText,
    cells,
    styles,
    structure,
    sheets,
    names,
    tables,
    busy,
    autofit: new Autofit(grid, cells, styles, structure),
    selection: new Selection(grid, () => sheets.active()),
    annotations: new Annotations(grid),
    conditionalRules: new ConditionalRules(grid, formulaText),
    validationRules: new ValidationRules(grid, formulaText),
    viewport: new Viewport(grid, container),
  };
}

/** Names of single sheets as formulas may call them. */
function localVocabulary(index: NameIndex): Pick<Vocabulary, "localName" | "localNames" | "engineNamed" | "hasLocalNames"> {
  const local = (entry: ReturnType<NameIndex["find"]>): LocalName | undefined => {
    const sheetId = entry && sheetOf(entry);
    return entry && sheetId !== undefined ? { name: shownName(entry.name), sheetId, engineName: entry.name } : undefined;
  };
  return {
    localName: (name, sheetId) => local(index.find(name, sheetId)),
    localNames: (name) => index.sheetsWith(name).flatMap((sheetId) => local(index.find(name, sheetId)) ?? []),
    engineNamed: (engineName) => local(index.byEngineName(engineName)),
    hasLocalNames: () => index.entries.some((entry) => sheetOf(entry) !== undefined),
  };
}
