import { insertSheets } from "../../../src/workbench/xlsx/insertSheets";
import { area, newBook, savedParts } from "./savedParts";

async function file() {
  const { grid, book, first } = newBook("Data");
  grid.write(area(first, 0, 0), [[{ value: 3 }]]);
  const second = grid.addSheet("Sum");
  grid.write(area(second, 0, 0), [[{ formula: "=Data!A1*2" }]]);
  grid.setName({ name: "Rate", formula: "=0.25", visible: true });
  return (await savedParts(book)).bytes;
}

test("sheets of a file come in; the open workbook's stay", async () => {
  const { grid, book, first } = newBook("Mine");
  grid.write(area(first, 0, 0), [[{ text: "stays" }]]);
  const ids = await insertSheets(book, { bytes: await file(), names: [], position: 1 }, []);
  expect(grid.sheets().map(({ name }) => name)).toEqual(["Mine", "Data", "Sum"]);
  expect(ids).toEqual(grid.sheets().slice(1).map(({ id }) => id));
  expect(grid.formulas(area(ids[1] as string, 0, 0))).toEqual([["=Data!A1*2"]]);
  expect(grid.values(area(first, 0, 0))).toEqual([["stays"]]);
  expect(grid.names()).toContainEqual(expect.objectContaining({ name: "Rate", formula: "=0.25" }));
});

test("a taken name of the workbook becomes one of the new sheet", async () => {
  const { grid, book } = newBook("Mine");
  grid.setName({ name: "rate", formula: "=0.1", visible: true });
  const [id] = await insertSheets(book, { bytes: await file(), names: ["Data"], position: 1 }, []);
  expect(grid.names().map(({ formula, sheetId }) => [formula, sheetId])).toEqual([["=0.1", undefined], ["=0.25", id]]);
});

test("a sheet that is not in the file is refused before anything is inserted", async () => {
  const { grid, book } = newBook("Mine");
  const inserting = insertSheets(book, { bytes: await file(), names: ["Other"], position: 1 }, []);
  await expect(inserting).rejects.toMatchObject({ code: "InvalidArgument", message: 'The file has no worksheet "Other"; it has Data, Sum.' });
  expect(grid.sheets()).toHaveLength(1);
});
