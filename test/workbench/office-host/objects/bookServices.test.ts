import type { PictureSize, SheetsToInsert } from "../../../../src/workbench/office-host/objects/bookServices";
import { pictureSizes } from "../../../../src/workbench/office-host/objects/chartPicture";
import { openModel } from "../model";

function withServices() {
  const model = openModel("First", "Second");
  const asked: unknown[] = [];
  model.book.services = {
    save: () => Promise.resolve(void asked.push("saved")),
    close: () => void asked.push("closed"),
    insertSheets: (sheets: SheetsToInsert) => Promise.resolve((asked.push(sheets), ["new-id"])),
    chartPicture: (_chart, drawn: PictureSize, frame: PictureSize) => (asked.push([drawn, frame]), "CHART"),
    rangePicture: (area) => (asked.push(area), "RANGE"),
  };
  return { ...model, asked };
}

test("a host that has nobody to save, read or draw says so by the member's name", async () => {
  const { workbook, sheet } = openModel();
  await expect(workbook.save()).rejects.toMatchObject({ code: "NotImplemented", message: expect.stringContaining("Workbook.save") });
  await expect(workbook.insertWorksheetsFromBase64("UEs=")).rejects.toMatchObject({ code: "NotImplemented", message: expect.stringContaining("insertWorksheetsFromBase64") });
  expect(() => sheet.getRange("A1").getImage()).toThrow(/Range\.getImage is not implemented/);
});

test("saving makes the workbook clean; a behaviour that is none is refused first", async () => {
  const { workbook, book, asked } = withServices();
  book.dirty = true;
  await expect(workbook.save("Later")).rejects.toMatchObject({ code: "InvalidArgument" });
  expect([asked, workbook.isDirty]).toEqual([[], true]);
  await workbook.save("Prompt");
  expect([asked, workbook.isDirty]).toEqual([["saved"], false]);
});

test("closing saves first unless told not to", async () => {
  const { workbook, asked } = withServices();
  await workbook.close("SkipSave");
  await workbook.close("Save");
  expect(asked).toEqual(["closed", "saved", "closed"]);
  await expect(workbook.close("Later")).rejects.toMatchObject({ code: "InvalidArgument", message: expect.stringContaining("closeBehavior") });
});

test.each([
  [undefined, 2],
  [{ positionType: "Beginning" }, 0],
  [{ positionType: "Before", relativeTo: "Second" }, 1],
  [{ positionType: "After", relativeTo: "first" }, 1],
])("sheets are inserted with %o at position %i and announced", async (options, position) => {
  const { workbook, asked, raised } = withServices();
  expect(await workbook.insertWorksheetsFromBase64(btoa("PK"), options)).toEqual(["new-id"]);
  const [{ bytes, ...rest }] = asked as [SheetsToInsert];
  expect([...bytes]).toEqual([0x50, 0x4b]);
  expect(rest).toEqual({ names: [], position });
  expect(raised).toContainEqual(expect.objectContaining({ type: 13, args: expect.objectContaining({ worksheetId: "new-id" }) }));
});

test.each([
  ["no base64!", {}, /base64/],
  ["UEs=", { positionType: "Between" }, /positionType/],
  ["UEs=", { positionType: "After", relativeTo: "Nowhere" }, /no worksheet: "Nowhere"/],
  ["UEs=", { sheetNamesToInsert: "First" }, /array of names/],
])("inserting %s with %o is refused and nothing is read", async (file, options, words) => {
  const { workbook, asked } = withServices();
  await expect(workbook.insertWorksheetsFromBase64(file, options)).rejects.toMatchObject({ code: "InvalidArgument", message: expect.stringMatching(words) });
  expect(asked).toEqual([]);
});

test("a chart's picture keeps its proportions but for Fill", () => {
  const chart = { width: 300, height: 150 };
  const size = (width: number, height: number) => ({ width, height });
  expect(pictureSizes(chart, undefined, undefined, "Fit")).toEqual({ drawn: size(400, 200), frame: size(400, 200) });
  expect(pictureSizes(chart, 200, undefined, "Fit")).toEqual({ drawn: size(200, 100), frame: size(200, 100) });
  expect(pictureSizes(chart, undefined, 50, "Fit")).toEqual({ drawn: size(100, 50), frame: size(100, 50) });
  expect(pictureSizes(chart, 200, 200, "Fit")).toEqual({ drawn: size(200, 100), frame: size(200, 100) });
  expect(pictureSizes(chart, 200, 200, "FitAndCenter")).toEqual({ drawn: size(200, 100), frame: size(200, 200) });
  expect(pictureSizes(chart, 200, 200, "Fill")).toEqual({ drawn: size(200, 200), frame: size(200, 200) });
});

test("cells are drawn by their area", async () => {
  const { sheet, asked } = withServices();
  expect(await sheet.getRange("B2:C4").getImage()).toBe("RANGE");
  expect(asked).toEqual([expect.objectContaining({ row: 1, column: 1, rowCount: 3, columnCount: 2 })]);
});
