import { setUpGrid } from "./setUpGrid";

const { inPage } = setUpGrid();

describe("defined names", () => {
  test("a name that changes its meaning recalculates every formula that uses it, directly or through another name", async () => {
    const seen = await inPage(async ({ grid, put, computed, values, formulas }) => {
      put("A1", [[1], [2], [7]]);
      grid.setName({ name: "Rg", formula: "=Sheet1!$A$1:$A$3", visible: true });
      grid.setName({ name: "Rate", formula: "=0.25", visible: true });
      grid.setName({ name: "Twice", formula: "=Rate+Rate", visible: false });
      const first = await computed("C1", [["=SUM(Rg)"], ["=Rate*4"], ["=Twice*2"], ["=rate*4"]], "C1:C4");
      const list = grid.names();
      grid.setName({ name: "Rg", formula: "=Sheet1!$A$1:$A$2", visible: true });
      grid.setName({ name: "Rate", formula: "=0.5", visible: true });
      await grid.recalculate();
      const changed = values("C1:C4");
      grid.deleteName("Rate");
      await grid.recalculate();
      return { first, list, changed, deleted: values("C1:C4"), formulas: formulas("C2:C3") };
    });
    expect(seen.first).toEqual([[10], [1], [1], [1]]);
    expect(seen.list).toEqual([
      { name: "Rg", formula: "=Sheet1!$A$1:$A$3", visible: true },
      { name: "Rate", formula: "=0.25", visible: true },
      { name: "Twice", formula: "=Rate+Rate", visible: false },
    ]);
    expect(seen.changed).toEqual([[3], [2], [2], [2]]);
    expect(seen.deleted).toEqual([[3], ["#NAME?"], ["#NAME?"], ["#NAME?"]]);
    expect(seen.formulas).toEqual([["=Rate*4"], ["=Twice*2"]]);
  });

  test("the same name may belong to two sheets and to the workbook, and each sheet sees its own", async () => {
    const seen = await inPage(async ({ grid, put, sheet, values, formulas }) => {
      const plan = grid.addSheet("Plan A");
      grid.setName({ name: "Goal", formula: "=1", visible: true });
      put("A1", [["=Goal"], ["='Plan A'!Goal"]]);
      put("A1", [["=Goal+0"]], plan);
      await grid.recalculate();
      const before = [values("A1"), values("A1", plan)];
      grid.setName({ name: "Goal", formula: "=2", visible: true, sheetId: plan });
      put("A2", [["='Plan A'!Goal"]]);
      await grid.recalculate();
      const after = { own: values("A1:A2"), plan: values("A1", plan), typed: [formulas("A2"), formulas("A1", plan)] };
      const copy = grid.copySheet(plan, "Plan B", 2);
      grid.setName({ name: "Goal", formula: "=3", visible: true, sheetId: copy });
      await grid.recalculate();
      const copied = { plan: values("A1", plan), copy: values("A1", copy), names: grid.names().map(({ name, sheetId }) => [name, sheetId === plan ? "Plan A" : sheetId === copy ? "Plan B" : "workbook"]) };
      grid.deleteSheet(copy);
      return { before, after, copied, left: grid.names().length, first: sheet() !== plan };
    });
    expect(seen.before).toEqual([[[1]], [[1]]]);
    expect(seen.after).toEqual({ own: [[1], [2]], plan: [[2]], typed: [[["='Plan A'!Goal"]], [["=Goal+0"]]] });
    expect(seen.copied).toEqual({ plan: [[2]], copy: [[3]], names: [["Goal", "workbook"], ["Goal", "Plan A"], ["Goal", "Plan B"]] });
    expect(seen.left).toBe(2);
  });
});

describe("tables", () => {
  test("structured references work in any case and with special characters, and come back as Excel writes them", async () => {
    const seen = await inPage(async ({ grid, put, at, computed, formulas }) => {
      put("A1", [["Name", "Rev #1", "Score"], ["a", 10, ""], ["b", 20, ""], ["c", 30, ""]]);
      grid.addTable("Accounts", at("A1:C4"));
      const rows = await computed("C2", [["=[@[Rev '#1]]*2"], ["=accounts[@[rev '#1]]*2"], ["=Accounts[@Name]&\"[@Name]\""]], "C2:C4");
      const outside = await computed("E1", [["=SUM(Accounts[Rev '#1])"], ["=SUM(accounts[score])"], ["=ROWS(Accounts)"], ["=COLUMNS(accounts[#Headers])"], ["=SUM(Accounts[[Rev '#1]:[Score]])"]], "E1:E5");
      return { rows, outside, typed: [...formulas("C2:C4"), ...formulas("E1:E2")] };
    });
    expect(seen.rows).toEqual([[20], [40], ["c[@Name]"]]);
    expect(seen.outside).toEqual([[60], [60], [3], [3], [120]]);
    expect(seen.typed).toEqual([["=[@[Rev '#1]]*2"], ["=[@[Rev '#1]]*2"], ['=[@Name]&"[@Name]"'], ["=SUM(Accounts[Rev '#1])"], ["=SUM(Accounts[Score])"]]);
  });

  test("renaming, resizing, a row inserted and a new title are followed by formulas", async () => {
    const seen = await inPage(async ({ grid, put, at, sheet, values, formulas, computed }) => {
      put("A1", [["N", "R"], ["a", 10], ["b", 20]]);
      const id = grid.addTable("T", at("A1:B3"));
      await computed("D1", [["=SUM(T[R])"]], "D1");
      grid.setTable(id, { name: "Kunden" });
      put("A4", [["c", 30]]);
      grid.setTable(id, { area: at("A1:B4") });
      await grid.recalculate();
      const resized = [values("D1"), formulas("D1")];
      grid.insertCells({ sheetId: sheet(), row: 2, column: 0, rowCount: 1, columnCount: 16_384 }, "Down");
      put("B3", [[5]]);
      put("B1", [["Revenue"]]);
      await computed("D2", [["=SUM(Kunden[Revenue])"]], "D2");
      const { area, columns } = grid.tables()[0] ?? {};
      grid.setTable(id, { totals: true });
      put("A6", [["all", 99]]);
      const totals = await computed("D4", [["=Kunden[[#Totals],[Revenue]]"]], "D4");
      const typed = formulas("D4");
      grid.deleteTable(id);
      return { resized, sum: values("D2"), rows: area?.rowCount, columns, totals, typed, tables: grid.tables(), cell: values("A6") };
    });
    expect(seen.resized).toEqual([[[60]], [["=SUM(Kunden[R])"]]]);
    expect(seen).toMatchObject({ sum: [[65]], rows: 5, columns: ["N", "Revenue"], totals: [[99]], typed: [["=Kunden[[#Totals],[Revenue]]"]], tables: [], cell: [["all"]] });
  });

  test("table names with underscores and points work, in every form of reference", async () => {
    const seen = await inPage(async ({ grid, put, at, computed, formulas, values }) => {
      put("A1", [["N", "R"], [1, ""], [2, ""]]);
      const id = grid.addTable("KAM_Model.v1", at("A1:B3"));
      put("B2", [["=[@N]*2"], ["=KAM_Model.v1[@N]*3"]]);
      grid.setTable(id, { totals: true });
      put("A4", [[50]]);
      const first = await computed("D1", [["=SUM(KAM_Model.v1[R])"], ["=SUM(kam_model.v1[[N]:[R]])"], ["=ROWS(KAM_Model.v1)"], ["=KAM_Model.v1[[#Totals],[N]]"]], "D1:D4");
      const typed = [...formulas("B2:B3"), ...formulas("D1:D4")];
      grid.setTable(id, { name: "KAM_Criteria" });
      await grid.recalculate();
      return { first, typed, renamed: [values("D1:D4"), formulas("D1:D4")] };
    });
    expect(seen.first).toEqual([[8], [11], [2], [50]]);
    expect(seen.typed).toEqual([["=[@N]*2"], ["=[@N]*3"], ["=SUM(KAM_Model.v1[R])"], ["=SUM(KAM_Model.v1[[N]:[R]])"], ["=ROWS(KAM_Model.v1)"], ["=KAM_Model.v1[[#Totals],[N]]"]]);
    expect(seen.renamed).toEqual([[[8], [11], [2], [50]], [["=SUM(KAM_Criteria[R])"], ["=SUM(KAM_Criteria[[N]:[R]])"], ["=ROWS(KAM_Criteria)"], ["=KAM_Criteria[[#Totals],[N]]"]]]);
  });

  test("a filter hides rows of the body and shows them again", async () => {
    const seen = await inPage(({ grid, put, at, sheet }) => {
      put("A1", [["N"], [1], [2], [3]]);
      const id = grid.addTable("T", at("A1:A4"));
      grid.setTableFilter(id, [true, false, true]);
      const filtered = grid.rowsHidden(sheet(), 0, 5);
      grid.setTableFilter(id, undefined);
      return { filtered, all: grid.rowsHidden(sheet(), 0, 5) };
    });
    expect(seen).toEqual({ filtered: [false, false, true, false, false], all: [false, false, false, false, false] });
  });
});

describe("custom functions", () => {
  test("arguments come raw with blanks as empty texts, results spill and keep their types, an exception is #VALUE!", async () => {
    const seen = await inPage(async ({ grid, put, computed, values }) => {
      const calls: unknown[] = [];
      grid.registerFunctions([
        { name: "KAM.SCORE", call: (args, cell) => [["x", 1], [calls.push([args, cell?.row, cell?.column]) > 0, "#N/A"]] },
        { name: "KAM.THROW", call: () => { throw new Error("no"); } },
      ]);
      put("A1", [[1, "a"], ["", false]]);
      const block = await computed("E1", [["=kam.score(A1:B2,,3,A1)"]], "E1:F2");
      const rest = await computed("H1", [["=KAM.THROW()"], ["=ISERROR(F2)"], ["=1+1"]], "H1:H3");
      const before = calls.length;
      await computed("J9", [["unrelated"]], "J9");
      const unrelated = calls.length - before;
      await computed("A1", [[2]], "A1");
      return { first: calls[0], block, rest, unrelated, again: calls.length - before, alive: values("H3") };
    });
    expect(seen.first).toEqual([[[[1, "a"], ["", false]], null, 3, [[1]]], 0, 4]);
    expect(seen.block).toEqual([["x", 1], [true, "#N/A"]]);
    expect(seen.rest).toEqual([["#VALUE!"], [true], [2]]);
    expect(seen).toMatchObject({ unrelated: 0, again: 1 });
  });

  test("#BUSY! is an error until the answer is there; only waiting cells are asked again", async () => {
    const seen = await inPage(async ({ grid, computed, values }) => {
      let answer: number | string = "#BUSY!";
      let others = 0;
      grid.registerFunctions([{ name: "KAM.WAIT", call: () => answer }, { name: "KAM.OTHER", call: () => ++others }]);
      const waiting = await computed("A1", [["=KAM.WAIT()"], ["=IFERROR(A1,\"wait\")"], ["=A1*2"], ["=KAM.OTHER()"]], "A1:A3");
      answer = 5;
      const before = others;
      await grid.recalculate();
      return { waiting, answered: values("A1:A3"), others: others - before };
    });
    expect(seen).toEqual({ waiting: [["#BUSY!"], ["wait"], ["#BUSY!"]], answered: [[5], [5], [10]], others: 0 });
  });

  test("a function that becomes known later turns #NAME? into its result, and a new one of the same name replaces it", async () => {
    const seen = await inPage(async ({ grid, computed, values }) => {
      const unknown = await computed("A1", [["=KAM.LATER()"]], "A1");
      grid.registerFunctions([{ name: "KAM.LATER", call: () => 7 }]);
      await grid.recalculate();
      const known = values("A1");
      grid.registerFunctions([{ name: "KAM.LATER", call: () => 8 }]);
      await grid.recalculate();
      return [unknown, known, values("A1")];
    });
    expect(seen).toEqual([[["#NAME?"]], [[7]], [[8]]]);
  });

  test("100,000 rows spill, are seen by other formulas, follow their precedents and refuse to cover a cell", async () => {
    const seen = await inPage(async ({ grid, put, at, computed, values }) => {
      grid.registerFunctions([{ name: "KAM.DOUBLE", call: ([rows]) => (rows as number[][]).map(([value = 0]) => [value * 2]) }]);
      const count = 100_000;
      grid.write(at(`A1:A${count}`), Array.from({ length: count }, (_, i) => [{ value: i + 1 }]));
      put("C1", [[`=KAM.DOUBLE(A1:A${count})`, `=SUM(C1:C${count})`, `=SUM(C1#)`]]);
      await grid.recalculate();
      const first = [values("D1:E1"), values(`C${count}`)];
      const changed = await computed(`A${count}`, [[0]], `C${count}:D${count}`);
      const sum = values("D1");
      const blocked = await computed(`C${count}`, [["x"]], "C1:E1");
      return { first, changed, sum, blocked };
    });
    const sum = 100_000 * 100_001;
    expect(seen.first).toEqual([[[sum, sum]], [[200_000]]]);
    expect(seen.changed).toEqual([[0, ""]]);
    expect(seen.sum).toEqual([[sum - 200_000]]);
    expect(seen.blocked).toEqual([["#SPILL!", "#SPILL!", "#SPILL!"]]);
  });
});
