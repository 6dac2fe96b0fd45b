import { setUpContract } from "./setUpContract";

const contract = setUpContract();
const { inAddin } = contract;

describe("custom functions", () => {
  const enter = (row: number, column: number, name: string, ...args: unknown[]) =>
    contract.page().evaluate(
      async ([r, c, fn, values]) => (await window.hostPage).grid.setFormula(r, c, { name: `TEST.${fn}`, args: values as never }),
      [row, column, name, args] as const,
    );
  const cells = (row: number, column: number, rowCount = 1, columnCount = 1) =>
    contract.page().evaluate(
      async ([r, c, rows, columns]) => (await window.hostPage).grid.values({ sheetId: "sheet1", row: r, column: c, rowCount: rows, columnCount: columns }),
      [row, column, rowCount, columnCount] as const,
    );
  const idle = () => contract.page().evaluate(async () => (await window.hostPage).host.functions.idle());
  const message = (row: number, column: number, right = 0) =>
    contract.page().evaluate(async ([r, c, d]) => (await window.hostPage).host.functions.errorMessage({ sheetId: "sheet1", row: r, column: c }, 0, d), [row, column, right] as const);

  test("a cell is busy until the add-in has answered", async () => {
    // Entered and read in one turn of the page: between two calls from outside the answer may already have come.
    const atOnce = await contract.page().evaluate(async () => {
      const { grid } = await window.hostPage;
      grid.setFormula(0, 0, { name: "TEST.ADD", args: [1, 2] });
      return grid.values({ sheetId: "sheet1", row: 0, column: 0, rowCount: 1, columnCount: 1 });
    });
    expect(atOnce).toEqual([["#BUSY!"]]);
    await idle();
    expect(await cells(0, 0)).toEqual([[3]]);
  });

  test("an omitted argument is null, a block spills, a chain is worked out, the address is known", async () => {
    await enter(0, 0, "ADD", 1);
    await enter(1, 0, "ADD", { row: 0, column: 0 }, 5);
    await enter(2, 0, "DOUBLED", [
      [1, 2],
      [3, ""],
    ]);
    await enter(5, 2, "WHERE");
    await idle();
    expect(await cells(0, 0, 4, 2)).toEqual([[101, ""], [106, ""], [2, 4], [6, 0]]);
    expect(await cells(5, 2)).toEqual([["Sheet1!C6"]]);
  });

  test("errors are those of Excel, with their texts", async () => {
    const kinds = ["invalidValue", "notAvailable", "divisionByZero", "invalidNumber", "nullReference", "throw", "reject"];
    for (const [row, kind] of kinds.entries()) await enter(row, 0, "FAIL", kind);
    await enter(0, 1, "FAIL", "inside");
    await enter(1, 1, "MISSING");
    await idle();
    expect((await cells(0, 0, 7)).flat()).toEqual(["#VALUE!", "#N/A", "#DIV/0!", "#NUM!", "#NULL!", "#VALUE!", "#VALUE!"]);
    expect(await cells(0, 1, 2, 2)).toEqual([[1, "#N/A"], ["#VALUE!", ""]]);
    expect([await message(0, 0), await message(1, 0), await message(5, 0), await message(0, 1, 1)]).toEqual(["why invalidValue", "why notAvailable", null, "no data for row 1"].map((text) => text ?? undefined));
  });

  test("an error among the arguments is the result, unless the function takes errors", async () => {
    await enter(0, 0, "ADD", "#N/A", 1);
    await enter(1, 0, "ADD", "text", 1);
    await enter(2, 0, "ISERR", "#REF!");
    await idle();
    expect((await cells(0, 0, 3)).flat()).toEqual(["#N/A", "#VALUE!", "error seen"]);
  });

  test("a call whose formula changes is cancelled", async () => {
    await enter(0, 0, "SLOW", 60_000);
    await contract.page().waitForTimeout(100);
    await enter(0, 0, "ADD", 1, 1);
    await idle();
    expect(await cells(0, 0)).toEqual([[2]]);
    expect(await inAddin(async () => window.calls.cancelled)).toEqual([60_000]);
    await enter(1, 0, "SLOW", 50_000);
    await contract.page().waitForTimeout(100);
    await contract.page().evaluate(async () => {
      const { grid, host } = await window.hostPage;
      grid.setFormula(1, 0, undefined);
      host.functions.cellsCalculated();
    });
    await idle();
    await contract.addin().waitForFunction(() => window.calls.cancelled.length === 2);
    expect(await inAddin(async () => window.calls.cancelled)).toEqual([60_000, 50_000]);
  });

  test("a thousand cells are answered together", async () => {
    await contract.page().evaluate(async () => {
      const { grid } = await window.hostPage;
      for (let row = 0; row < 1000; row++) grid.setFormula(row, 0, { name: "TEST.ADD", args: [row, 1] });
      grid.calculations = 0;
    });
    await idle();
    const column = await cells(0, 0, 1000);
    expect(column.map(([value]) => value)).toEqual(Array.from({ length: 1000 }, (_, row) => row + 1));
    expect(await contract.page().evaluate(async () => (await window.hostPage).grid.calculations)).toBeLessThan(5);
  });

  test("calls an add-in has not answered when its frame is dropped are answered by the next", async () => {
    await enter(0, 0, "ADD", 2, 2);
    await contract.page().evaluate(async () => (await window.hostPage).host.stop());
    await enter(1, 0, "ADD", 3, 3);
    expect((await cells(0, 0, 2)).flat()).toEqual(["#BUSY!", "#BUSY!"]);
    await contract.page().evaluate(async () => (await window.hostPage).host.start());
    await idle();
    expect((await cells(0, 0, 2)).flat()).toEqual([4, 6]);
  });
});
