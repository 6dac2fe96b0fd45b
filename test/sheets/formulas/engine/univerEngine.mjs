import { createRequire } from "node:module";

// Recalculates a workbook with the formula engine of Univer (Apache-2.0), which knows nothing of this project's code.
// Runs as a process of its own because jest cannot load the engine's packages. Reads the book as JSON, writes the results.
// The engine's packages are broken as modules of Node, but not as CommonJS.
const load = createRequire(import.meta.url);
const { LocaleType, LogLevel, Univer, UniverInstanceType, ICommandService } = load("@univerjs/core");
const { CELL_INVERTED_INDEX_CACHE, SetFormulaCalculationNotificationMutation, SetFormulaCalculationStartMutation, UniverFormulaEnginePlugin } = load("@univerjs/engine-formula");
const { UniverSheetsPlugin } = load("@univerjs/sheets");

const BOOK = "book";
const [NUMBER, TEXT, BOOLEAN] = [2, 1, 3];

function cellOf(value) {
  if (typeof value === "number") return { v: value, t: NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: BOOLEAN };
  return value.startsWith("=") ? { f: value } : { v: value, t: TEXT };
}

function snapshotOf({ sheets }) {
  const sheetsById = {};
  sheets.forEach(({ name, rows }, index) => {
    const cellData = {};
    rows.forEach((row, r) => {
      row.forEach((value, c) => {
        if (value !== null) (cellData[r] ??= {})[c] = cellOf(value);
      });
    });
    const columnCount = Math.max(26, ...rows.map((row) => row.length));
    sheetsById[`s${index}`] = { id: `s${index}`, name, cellData, rowCount: rows.length + 10, columnCount };
  });
  return { id: BOOK, name: BOOK, appVersion: "", locale: "enUS", styles: {}, sheetOrder: Object.keys(sheetsById), sheets: sheetsById };
}

/** The index the engine compares cells by takes "" for 0 and a text "7" for the number. */
function compareWithoutIndex() {
  CELL_INVERTED_INDEX_CACHE.canUseCache = () => ({ rowsInCache: [], rowsNotInCache: [] });
  CELL_INVERTED_INDEX_CACHE.set = () => undefined;
  CELL_INVERTED_INDEX_CACHE.setContinueBuildingCache = () => undefined;
}

async function recalculate(book) {
  compareWithoutIndex();
  const univer = new Univer({ logLevel: LogLevel.ERROR, locale: LocaleType.EN_US, locales: { [LocaleType.EN_US]: {} } });
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  const workbook = univer.createUnit(UniverInstanceType.UNIVER_SHEET, snapshotOf(book));
  const injector = univer.__getInjector();
  const commands = injector.get(ICommandService);
  const done = new Promise((resolve) => {
    commands.onCommandExecuted(({ id, params }) => {
      if (id === SetFormulaCalculationNotificationMutation.id && params.functionsExecutedState !== undefined) resolve();
    });
  });
  await new Promise((resolve) => setTimeout(resolve, 0));
  await commands.executeCommand(SetFormulaCalculationStartMutation.id, { commands: [], forceCalculation: true, dirtyRanges: [], dirtyNameMap: {}, dirtyDefinedNameMap: {}, dirtyUnitFeatureMap: {}, dirtyUnitOtherFormulaMap: {}, clearDependencyTreeCache: {} }, { onlyLocal: true });
  await done;
  await new Promise((resolve) => setTimeout(resolve, 0));
  return book.sheets.map(({ rows }, index) => {
    const sheet = workbook.getSheetBySheetId(`s${index}`);
    return rows.map((row, r) => row.map((value, c) => {
      if (typeof value !== "string" || !value.startsWith("=")) return value;
      const cell = sheet.getCellRaw(r, c);
      if (cell?.t === BOOLEAN) return cell.v === 1 || cell.v === true;
      return cell?.v ?? null;
    }));
  });
}

let text = "";
process.stdin.on("data", (part) => (text += part));
process.stdin.on("end", () => {
  recalculate(JSON.parse(text)).then(
    (results) => process.stdout.write(JSON.stringify(results), () => process.exit(0)),
    (error) => {
      process.stderr.write(String(error?.stack ?? error));
      process.exit(1);
    },
  );
});
