import { setUpGrid } from "./setUpGrid";

const { inPage } = setUpGrid();

test("after any edits the cells hold what a calculation of everything gives", async () => {
  const seen = await inPage(async ({ grid, put, values, sheet }) => {
    // A fixed sequence of numbers, so that a failure can be repeated.
    let state = 20_261_125;
    const random = (below: number) => {
      state = (state * 48_271) % 2_147_483_647;
      return state % below;
    };
    const cell = (row: number, column: number, fixed = "") => `${fixed.includes("c") ? "$" : ""}${"ABCDEFGH".charAt(column)}${fixed.includes("r") ? "$" : ""}${row + 1}`;
    const other = grid.addSheet("Other");
    grid.setName({ name: "Rate", formula: "=Other!$A$1", visible: true });
    // Formulas look up and to the left only, so that none goes in circles.
    const make = (row: number, column: number): string => {
      const [r, c] = [random(row), random(column)];
      switch (random(9)) {
        case 0:
          return `=${cell(r, c)}+${cell(row - 1, column - 1, "r")}`;
        case 1:
          return `=SUM(${cell(0, 0, "rc")}:${cell(row - 1, column - 1)})`;
        case 2:
          return `=Rate*${cell(r, c, "c")}`;
        case 3:
          return `=OFFSET(${cell(0, 0, "rc")},MOD(${cell(r, c)},${row}),${c})`;
        case 4:
          return `=INDIRECT("${cell(r, c)}")`;
        case 5:
          return `=IF(${cell(r, c)}>5,${cell(row - 1, column - 1)},Other!${cell(r, c)})`;
        case 6:
          return `=IFERROR(MATCH(${cell(r, c)},${cell(0, 0, "rc")}:${cell(row - 1, 0, "c")},0),0)`;
        case 7:
          return `=SUM(${cell(r, c)}:INDEX(${cell(0, 0)}:${cell(row - 1, column - 1)},${row},${column}))`;
        default:
          return `=COUNTIF(${cell(0, c)}:${cell(row - 1, c)},">3")`;
      }
    };
    const fill = (row: number, column: number) => put(cell(row, column), [[row === 0 || column === 0 || random(4) === 0 ? random(10) : make(row, column)]]);
    put("A1", Array.from({ length: 40 }, () => Array.from({ length: 8 }, () => random(10))), other);
    for (let row = 0; row < 40; row++) for (let column = 0; column < 8; column++) fill(row, column);
    await grid.recalculate();
    const differences: unknown[] = [];
    for (let round = 0; round < 25; round++) {
      for (let edit = 0; edit < 4; edit++) {
        const kind = random(6);
        if (kind === 0) put(cell(random(3), random(8)), [[random(10)]], other);
        else if (kind === 1) grid.clear({ sheetId: sheet(), row: random(40), column: random(8), rowCount: 2, columnCount: 1 }, "Contents");
        else if (kind === 2) grid.setName({ name: "Rate", formula: `=Other!$${"ABC".charAt(random(3))}$${1 + random(3)}`, visible: true });
        else fill(random(40), random(8));
      }
      await grid.recalculate();
      const kept = values("A1:H40");
      await grid.recalculate(true);
      const all = values("A1:H40");
      kept.forEach((line, r) => line.forEach((value, c) => value !== all[r]?.[c] && differences.push([round, cell(r, c), value, all[r]?.[c]])));
    }
    return { differences, numbers: values("A1:H40").flat().filter((value) => typeof value === "number").length };
  });
  expect(seen.differences).toEqual([]);
  expect(seen.numbers).toBeGreaterThan(250);
});

test("what a formula reads by OFFSET or INDIRECT is computed before it, however far down it stands", async () => {
  const seen = await inPage(async ({ put, computed, values, grid }) => {
    put("A1", [["=INDIRECT(\"A\"&B1)"], ["=A3+1"], ["=A4+1"], ["=B2*2"]]);
    const first = await computed("B1", [[2], [10]], "A1");
    put("B1", [[3], [100]]);
    await grid.recalculate();
    return { first, then: values("A1:A4") };
  });
  expect(seen).toEqual({ first: [[22]], then: [[201], [202], [201], [200]] });
});

test("INDIRECT counts rows and columns from the cell it stands in", async () => {
  const seen = await inPage(async ({ put, computed }) => {
    put("A1", [[7, 9], [3, 5]]);
    return computed("C1", [['=INDIRECT("RC[-1]",FALSE)'], ['=INDIRECT("R[-1]C[-2]",0)+SUM(INDIRECT("R1C1:RC[-1]",0))'], ['=INDIRECT("R[-3]C",FALSE)']], "C1:C3");
  });
  expect(seen).toEqual([[9], [7 + 24], ["#REF!"]]);
});

test("formulas that read the middle of a block follow when it grows, shrinks, moves or cannot spill", async () => {
  const seen = await inPage(async ({ put, computed, values, grid }) => {
    put("C1", [["=A3*2"], ["=SUM(A2:A5)"], ["=C1+C2"]]);
    const steps = [await computed("A1", [["=SEQUENCE(B1)"]], "C1:C3")];
    for (const rows of [5, 2, 4]) steps.push(await computed("B1", [[rows]], "C1:C3"));
    steps.push(await computed("A3", [["in the way"]], "A1:A3"));
    steps.push(await computed("A3", [[""]], "C1:C3"));
    await grid.recalculate(true);
    return { steps, all: values("C1:C3") };
  });
  expect(seen.steps.slice(1)).toEqual([[[6], [14], [20]], [[0], [2], [2]], [[6], [9], [15]], [["#SPILL!"], [""], ["in the way"]], [[6], [9], [15]]]);
  expect(seen.all).toEqual([[6], [9], [15]]);
});

test("formulas over a table follow its rows, and those of a sheet that was missing find it", async () => {
  const seen = await inPage(async ({ grid, put, at, values }) => {
    put("A1", [["Key", "Score"], ["a", 1], ["b", 2]]);
    const id = grid.addTable("Scores", at("A1:B3"));
    put("D1", [["=SUM(Scores[Score])"], ["=IFERROR(Later!A1,\"none\")"], ["=D1*10"]]);
    await grid.recalculate();
    const before = values("D1:D3");
    put("A4", [["c", 4]]);
    grid.setTable(id, { area: at("A1:B4") });
    const later = grid.addSheet("Later");
    put("A1", [["here"]], later);
    await grid.recalculate();
    return { before, after: values("D1:D3") };
  });
  expect(seen).toEqual({ before: [[3], ["none"], [30]], after: [[7], ["here"], [70]] });
});

test("a column of a table that is computed is waited for by every row that reads all of it", async () => {
  const seen = await inPage(async ({ grid, put, values, sheet, at }) => {
    const rows = 12;
    put("A1", [["Place", "Total", "Profit", "Revenue"], ...Array.from({ length: rows }, (_, i) => ["", "", "", 10 * (rows - i)])]);
    grid.addTable("Kunden", at("A1:D13"));
    put("A2", Array.from({ length: rows }, () => ['=1+COUNTIF(Kunden[Profit],">"&[@Profit])', "=SUM(Kunden[Profit])", "=[@Revenue]/2"]));
    put("F1", [["=SUM(Kunden[Profit])"]]);
    await grid.recalculate(true);
    const first = values("A2:C13");
    put("D2", [[0]], sheet());
    await grid.recalculate();
    return { first, then: values("A2:C13"), sum: values("F1") };
  });
  const profits = (first: number) => [first, ...Array.from({ length: 11 }, (_, i) => 5 * (11 - i))];
  const expected = (first: number) => profits(first).map((profit, _i, all) => [1 + all.filter((other) => other > profit).length, all.reduce((sum, other) => sum + other, 0), profit]);
  expect(seen).toEqual({ first: expected(60), then: expected(0), sum: [[330]] });
});

test("TODAY is computed again when the day has changed, and NOW each time", async () => {
  const seen = await inPage(async ({ grid, put, values }) => {
    const real = Date;
    let days = 0;
    // The page's clock, moved by whole days.
    globalThis.Date = new Proxy(real, { construct: (target, given: []) => (given.length > 0 ? new target(...given) : new target(real.now() + days * 86_400_000)) });
    put("A1", [["=TODAY()+B1", 1], ["=A1*1", ""], ["=NOW()", ""]]);
    await grid.recalculate();
    const read = async () => {
      put("C1", [[1]]);
      await grid.recalculate();
      return values("A1:A3").flat() as number[];
    };
    const first = await read();
    days = 1;
    const second = await read();
    globalThis.Date = real;
    return [0, 1, 2].map((i) => Math.round((second[i] as number) - (first[i] as number)));
  });
  expect(seen).toEqual([1, 1, 1]);
});

test("an exact match in a long list finds the first equal value, in any case, and takes text for text", async () => {
  const seen = await inPage(async ({ put, computed }) => {
    put("A1", Array.from({ length: 200 }, (_, i) => [i === 120 ? "7" : i % 2 ? i : `Key ${i}`]));
    put("A151", [["key 10"]]);
    return computed("C1", [["=MATCH(\"KEY 10\",A1:A200,0)"], ["=MATCH(7,A1:A200,0)"], ["=MATCH(\"7\",A1:A200,0)"], ["=MATCH(\"Key 19*\",A1:A200,0)"], ["=MATCH(\"none\",A1:A200,0)"]], "C1:C5");
  });
  expect(seen).toEqual([[11], [8], [121], [191], ["#N/A"]]);
});

test("formulas that go in circles do not stop the others", async () => {
  const seen = await inPage(({ computed }) => computed("A1", [["=B1+1", "=A1+1", 3], ["=C1*2", "=A2+1", ""]], "A2:B2"));
  expect(seen).toEqual([[6, 7]]);
});
