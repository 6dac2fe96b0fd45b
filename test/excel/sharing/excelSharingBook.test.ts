import { excelSharingBook } from "../../../src/excel/sharing/excelSharingBook";
import { installExcel, officeError, removeExcel } from "../recordedExcel";

afterEach(removeExcel);

const never = new AbortController().signal;
const book = () => excelSharingBook(Promise.resolve());
const path = (sheetId: string, row: number, rowCount: number, columnCount = 10) => `workbook.worksheets.getItem(${sheetId}).getRangeByIndexes(${row},0,${rowCount},${columnCount})`;
const area = (sheetId: string, row: number, rowCount: number) => ({ sheetId, row, column: 0, rowCount, columnCount: 10 });
/** What `range.load(…)` hands back: the range itself. */
const loaded = (cells: unknown) => ({ load: () => ({ formulas: cells, values: cells }) });
const block = (rowCount: number, word: string) => Array.from({ length: rowCount }, () => Array<string>(10).fill(word));

async function read(areas: ReturnType<typeof area>[], signal = never) {
  const seen: [string, number, number, unknown][] = [];
  await book().readFormulas(areas, signal, (part, cells) => seen.push([part.sheetId, part.row, part.rowCount, cells[0]?.[0]]));
  return seen;
}

test("small sheets share a request, large ones are parted by rows", async () => {
  // 60,000 cells a request: two sheets of 30,000, then 6,000 rows of ten.
  const { syncs } = installExcel({
    [path("a", 0, 3000)]: loaded(block(3000, "a")),
    [path("b", 0, 3000)]: loaded(block(3000, "b")),
    [path("c", 5, 6000)]: loaded(block(6000, "c")),
    [path("c", 6005, 1)]: loaded(block(1, "d")),
  });
  expect(await read([area("a", 0, 3000), area("b", 0, 3000), area("c", 5, 6001)])).toEqual([
    ["a", 0, 3000, "a"],
    ["b", 0, 3000, "b"],
    ["c", 5, 6000, "c"],
    ["c", 6005, 1, "d"],
  ]);
  expect(syncs()).toBe(3);
});

test("a request whose answer is too large is halved, between sheets first", async () => {
  const tooLarge = officeError("ResponsePayloadSizeLimitExceeded");
  const { syncs } = installExcel({ "sync 1": tooLarge, "sync 2": tooLarge, [path("a", 0, 1)]: loaded(block(1, "x")), [path("a", 1, 1)]: loaded(block(1, "y")), [path("b", 0, 2)]: loaded(block(2, "z")) });
  expect(await read([area("a", 0, 2), area("b", 0, 2)])).toEqual([
    ["a", 0, 1, "x"],
    ["a", 1, 1, "y"],
    ["b", 0, 2, "z"],
  ]);
  expect(syncs()).toBe(5);
});

test("reading ends between two requests when it is cancelled", async () => {
  const controller = new AbortController();
  installExcel({ [path("a", 0, 6000)]: loaded(block(6000, "a")) });
  const seen: string[] = [];
  await book().readFormulas([area("a", 0, 6000), area("b", 0, 6000)], controller.signal, ({ sheetId }) => {
    seen.push(sheetId);
    controller.abort();
  });
  expect(seen).toEqual(["a"]);
});

test("blocks are written in few requests, a long one parted between rows", async () => {
  const { recorded, syncs } = installExcel({});
  const long = "=".padEnd(8000, "1");
  const contents = Array.from({ length: 400 }, (_, i) => [long, i === 399 ? null : i]);
  await book().write([
    { sheetId: "a", row: 0, column: 0, rowCount: 1, columnCount: 1, contents: [["'=text"]] },
    { sheetId: "a", row: 2, column: 0, rowCount: 400, columnCount: 2, contents },
  ]);
  const written = recorded.filter((one) => one.path.endsWith(".formulas"));
  expect(written.map((one) => one.path.replace(/^.*getRangeByIndexes/, ""))).toEqual(["(0,0,1,1).formulas", "(2,0,187,2).formulas", "(189,0,187,2).formulas", "(376,0,26,2).formulas"]);
  expect((written.at(-1)?.value as unknown[][]).at(-1)).toEqual([long, null]);
  expect(syncs()).toBe(3);
});

test("Excel without dynamic arrays is not asked for spills", async () => {
  const { syncs } = installExcel({}, (_, version) => version === "1.9");
  expect(await book().spills([{ sheetId: "a", row: 0, column: 0 }])).toEqual([undefined]);
  expect(syncs()).toBe(0);
});
