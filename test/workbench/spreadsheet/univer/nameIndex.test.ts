import type { IDefinedNamesService, IDefinedNamesServiceParam } from "@univerjs/engine-formula";
import { NameIndex } from "../../../../src/workbench/spreadsheet/univer/nameIndex";

const WORKBOOK_ID = "book";

/** The component's service, as far as the index uses it. */
class Service {
  readonly names: Record<string, IDefinedNamesServiceParam> = {};
  readonly told: { readonly type: string; readonly names: readonly string[] }[] = [];
  getValueByName = (_unitId: string, _name: string): IDefinedNamesServiceParam | null => null;
  getDefinedNameMap = () => this.names;
  _updateCache = (_unitId: string): void => undefined;
  _update(event: { readonly type: string; readonly definedNames: readonly IDefinedNamesServiceParam[] }): void {
    this.told.push({ type: event.type, names: event.definedNames.map(({ name }) => name) });
  }
  set(name: string, formulaOrRefString: string, localSheetId = "AllDefaultWorkbook"): void {
    const entry = { id: name, name, formulaOrRefString, localSheetId } as IDefinedNamesServiceParam;
    this.names[name] = entry;
    this._updateCache(WORKBOOK_ID);
    this._update({ type: "update", definedNames: [entry] });
  }
}

function setUp() {
  const service = new Service();
  const index = new NameIndex(service as unknown as IDefinedNamesService, WORKBOOK_ID);
  service.set("Rate", "Model!$B$1");
  service.set("Margin", "(Rate*2)");
  service.set("_L1_Key", "'Plan A'!$B$1", "a");
  service.set("_L2_Key", "'Plan B'!$B$1", "b");
  return { service, index };
}

test("finds names by sheet and by their name in the engine, whatever the case", () => {
  const { service, index } = setUp();
  expect(index.find("key", "b")?.name).toBe("_L2_Key");
  expect(index.find("key", undefined)).toBeUndefined();
  expect(index.ofSheet("a").map(({ name }) => name)).toEqual(["_L1_Key"]);
  expect(index.sheetsWith("KEY")).toEqual(["a", "b"]);
  expect(service.getValueByName(WORKBOOK_ID, "rate")?.formulaOrRefString).toBe("Model!$B$1");
});

test("knows a name that has changed or is new at once", () => {
  const { service, index } = setUp();
  expect(index.find("Rate", undefined)?.formulaOrRefString).toBe("Model!$B$1");
  service.set("Rate", "Model!$B$9");
  expect(index.find("Rate", undefined)?.formulaOrRefString).toBe("Model!$B$9");
});

test("follows names that are made of others", () => {
  const { service, index } = setUp();
  service.set("Profit", "(Margin+1)");
  expect([...index.withMadeOf(["MODEL"])]).toEqual(["MODEL", "RATE", "MARGIN", "PROFIT"]);
  expect([...index.withMadeOf(["PLAN A"])]).toEqual(["PLAN A", "_L1_KEY"]);
});

test("tells the component of all changes that come together once", async () => {
  const { service } = setUp();
  expect(service.told).toEqual([]);
  await Promise.resolve();
  expect(service.told).toEqual([{ type: "update", names: ["Rate", "Margin", "_L1_Key", "_L2_Key"] }]);
});
