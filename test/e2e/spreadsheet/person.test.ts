import { setUpGrid } from "./setUpGrid";

const { inPage, page } = setUpGrid();

/** Middle of a cell on the screen: formula bar 28, column letters 20, row numbers 46 pixels; 64 by 20 per cell. */
function place(column: number, row: number): { x: number; y: number } {
  return { x: 46 + 64 * column + 32, y: 28 + 20 + 20 * row + 10 };
}

async function click(column: number, row: number, options?: Parameters<ReturnType<typeof page>["mouse"]["click"]>[2]): Promise<void> {
  const { x, y } = place(column, row);
  await page().mouse.click(x, y, options);
}

async function type(column: number, row: number, text: string): Promise<void> {
  await click(column, row);
  await page().keyboard.type(text);
  await page().keyboard.press("Enter");
  await inPage(({ grid }) => grid.recalculate());
}

/** Writes down every event of the page from here on; the list is read with `log`. */
async function listen(): Promise<void> {
  await inPage(({ grid }) => {
    const log: string[] = [];
    Object.assign(window, { log });
    const name = ({ row, column, rowCount, columnCount }: { row: number; column: number; rowCount: number; columnCount: number }) => `${row},${column} ${rowCount}x${columnCount}`;
    grid.events = {
      cellsEdited: (areas) => log.push(`edited ${areas.map(name).join(" ")}`),
      selectionChanged: (areas) => log.push(`selected ${areas.map(name).join(" ")}`),
      sheetActivated: () => log.push("activated"),
      sheetsChanged: () => log.push("sheets"),
      copyWanted: () => log.push("copy"),
      structureChanged: ({ change: { kind, shift, area }, points, tables }) => log.push(`${kind} ${shift} ${name(area)}, ${points} points, ${tables.map((table) => table.area.rowCount).join()} rows in tables`),
      editStarted: () => log.push("edit started"),
      editEnded: () => log.push("edit ended"),
      calculated: () => undefined,
    };
  });
}

const log = () => page().evaluate(() => (window as unknown as { log: string[] }).log);

describe("what a person does", () => {
  test("typing is reported with its place and computed, also as a formula over a spilled block", async () => {
    await inPage(async ({ grid, put }) => {
      put("C1", [["=SEQUENCE(3)"]]);
      await grid.recalculate();
    });
    await listen();
    await type(0, 0, "12");
    await type(0, 1, "=A1*2");
    await type(0, 2, "=SUM(C1#)");
    expect(await inPage(({ values, formulas }) => ({ values: values("A1:A3"), formulas: formulas("A2:A3") }))).toEqual({ values: [[12], [24], [6]], formulas: [["=A1*2"], ["=SUM(C1#)"]] });
    const events = await log();
    expect(events.filter((line) => line.startsWith("edit"))).toEqual(["edit started", "edit ended", "edited 0,0 1x1", "edit started", "edit ended", "edited 1,0 1x1", "edit started", "edit ended", "edited 2,0 1x1"]);
  });

  test("a formula with [@Column] is understood where it is typed and shown again as typed", async () => {
    await inPage(async ({ grid, put, at }) => {
      put("A1", [["Name", "Revenue", "Double"], ["a", 10, ""]]);
      grid.addTable("Accounts", at("A1:C2"));
      await grid.recalculate();
    });
    await type(2, 1, "=[@Revenue]*2");
    expect(await inPage(({ values, formulas }) => [values("C2"), formulas("C2")])).toEqual([[[20]], [["=[@Revenue]*2"]]]);
    await click(2, 1);
    await page().keyboard.press("F2");
    await page().keyboard.press("End");
    await page().keyboard.type("+1");
    await page().keyboard.press("Enter");
    await inPage(({ grid }) => grid.recalculate());
    expect(await inPage(({ values, formulas }) => [values("C2"), formulas("C2")])).toEqual([[[21]], [["=[@Revenue]*2+1"]]]);
  });

  test("a click, a drag and a column header are reported once, with Excel's size for the column", async () => {
    await listen();
    await click(1, 1);
    const from = place(1, 1);
    const to = place(3, 4);
    await page().mouse.move(from.x, from.y);
    await page().mouse.down();
    await page().mouse.move(to.x, to.y, { steps: 4 });
    await page().mouse.up();
    await page().mouse.click(place(0, 0).x, 28 + 10);
    expect(await log()).toEqual(["selected 1,1 1x1", "selected 1,1 4x3", "selected 0,0 1048576x1"]);
    expect(await inPage(({ grid }) => grid.selection())).toMatchObject([{ row: 0, column: 0, rowCount: 1_048_576, columnCount: 1 }]);
  });

  test("a locked cell refuses typing and Delete, others take them", async () => {
    await inPage(({ grid, put }) => {
      put("A1", [["locked", "open"]]);
      grid.mayEdit = (area) => area.column > 0;
    });
    await listen();
    await type(0, 0, "no");
    await click(0, 0);
    await page().keyboard.press("Delete");
    await type(1, 0, "yes");
    expect(await inPage(({ values }) => values("A1:B1"))).toEqual([["locked", "yes"]]);
    expect((await log()).filter((line) => line.startsWith("edited"))).toEqual(["edited 0,1 1x1"]);
  });

  test("Delete and undo are reported; the host's own writes are not", async () => {
    await inPage(({ put }) => put("C5", [[1, 2]]));
    await listen();
    await inPage(({ grid, put, at }) => {
      put("A3", [["host"]]);
      grid.applyStyle(at("A3"), { bold: true });
      grid.insertCells({ sheetId: at("A1").sheetId, row: 9, column: 0, rowCount: 1, columnCount: 16_384 }, "Down");
      grid.deleteSheet(grid.addSheet("Second"));
      grid.select([at("B1")]);
    });
    expect((await log()).filter((line) => !line.startsWith("selected"))).toEqual([]);
    // Not where the test before clicked: two clicks on one place would open the editor.
    await click(3, 4);
    await page().keyboard.press("Delete");
    expect(await inPage(({ values }) => values("C5:D5"))).toEqual([[1, ""]]);
    await inPage(async ({ grid }) => {
      grid.undo();
      await grid.recalculate();
    });
    expect(await inPage(({ values }) => values("C5:D5"))).toEqual([[1, 2]]);
    expect((await log()).filter((line) => line.startsWith("edited"))).toEqual(["edited 4,3 1x1", "edited 4,3 1x1"]);
  });

  test("a row deleted in the menu is told with its height and the tables before, its undo as an insertion", async () => {
    await inPage(async ({ grid, put, at }) => {
      put("A1", [["Key", "Value"], ["a", 1], ["b", 2]]);
      grid.addTable("List", at("A1:B3"));
      grid.setRowHeight(at("A2").sheetId, 1, 1, 24);
    });
    await listen();
    const { x, y } = { x: 20, y: 28 + 20 + 20 + 10 };
    await page().mouse.click(x, y);
    await page().mouse.click(x, y, { button: "right" });
    await page().getByText(/Delete.*Row/i).first().click();
    await page().waitForFunction(() => (window as unknown as { log: string[] }).log.some((line) => line.startsWith("delete")));
    await inPage(({ grid }) => grid.undo());
    expect((await log()).filter((line) => /^(insert|delete) /.test(line))).toEqual(["delete Up 1,0 1x16384, 24 points, 3 rows in tables", "insert Down 1,0 1x16384, 24 points, 2 rows in tables"]);
    expect(await inPage(({ values }) => values("A1:B3"))).toEqual([["Key", "Value"], ["a", 1], ["b", 2]]);
  });

  test("the add-in's entry stands in the menu of a cell and runs", async () => {
    await inPage(({ grid }) => grid.addContextMenuEntries([{ id: "Plans", label: "Build plans from rows", run: () => Object.assign(window, { pressed: true }) }]));
    await click(1, 2, { button: "right" });
    await page().getByText("Build plans from rows").click();
    expect(await page().evaluate(() => (window as unknown as { pressed?: boolean }).pressed)).toBe(true);
  });
});
