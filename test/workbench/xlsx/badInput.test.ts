import { strToU8, zipSync } from "fflate";
import { openWorkbook } from "../../../src/workbench/xlsx/openWorkbook";
import { WorkbookFileError } from "../../../src/workbench/xlsx/package/fileError";
import { pack, unpack } from "../../../src/workbench/xlsx/package/zip";
import { area, newBook, savedParts, silent } from "./savedParts";
import { StoredGrid } from "./storedGrid";

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

async function goodFile(): Promise<Uint8Array> {
  const { grid, book, first } = newBook();
  grid.write(area(first, 0, 0), [[{ text: "hello" }]]);
  return (await savedParts(book)).bytes;
}

/** A good file with one part changed; undefined takes the part away. */
async function changed(path: string, edit: (text: string) => string | undefined): Promise<Uint8Array> {
  const parts = unpack(await goodFile());
  const text = edit(new TextDecoder().decode(parts.get(path)));
  if (text === undefined) parts.delete(path);
  else parts.set(path, strToU8(text));
  return pack(parts);
}

const SHEET = "xl/worksheets/sheet1.xml";
const withCell = (cell: string) => changed(SHEET, (sheet) => sheet.replace(/<sheetData>.*<\/sheetData>/, `<sheetData>${cell}</sheetData>`));

/** A ZIP entry that says it unpacks to so many bytes. */
function claiming(size: number): Uint8Array {
  const bytes = zipSync({ "xl/workbook.xml": new Uint8Array(1000) });
  const view = new DataView(bytes.buffer);
  const directory = view.getUint32(bytes.length - 6, true);
  view.setUint32(directory + 24, size, true);
  return bytes;
}

const CASES: readonly (readonly [name: string, file: () => Uint8Array | Promise<Uint8Array>, code: string, message: RegExp])[] = [
  ["an empty file", () => new Uint8Array(), "FileEmpty", /empty \(0 bytes\)/],
  ["a text file", () => strToU8("Account;Revenue\nNorth;5\n"), "FileNotWorkbook", /starts with the bytes 41 63 63 6f.*\.xlsx/],
  ["an old .xls", () => Uint8Array.from([...OLE, ...new Array<number>(600).fill(0)]), "FileNotWorkbook", /Excel 97-2003 \(\.xls\)/],
  ["a file with a password", () => Uint8Array.from([...OLE, ...new Array<number>(600).fill(0), ...[..."EncryptedPackage"].flatMap((c) => [c.charCodeAt(0), 0])]), "FileEncrypted", /protected with a password/],
  ["a ZIP archive of something else", () => zipSync({ "photo.txt": strToU8("x") }), "FileNotWorkbook", /no workbook part/],
  ["a Word document", async () => changed("xl/workbook.xml", () => "<w:document xmlns:w='w'/>"), "FileNotWorkbook", /<document>/],
  ["a file cut off", async () => (await goodFile()).subarray(0, 2000), "FileDamaged", /cut off/],
  ["a file with a flipped byte", async () => {
    const bytes = (await goodFile()).slice();
    const start = 30 + "[Content_Types].xml".length + 60;
    bytes[start] = (bytes[start] ?? 0) ^ 0xff;
    return bytes;
  }, "FileDamaged", /\[Content_Types\]\.xml/],
  ["a missing sheet", () => changed(SHEET, () => undefined), "FileDamaged", /sheet1\.xml with sheet Sheet1 is missing/],
  ["a sheet that ends in the middle", () => changed(SHEET, (sheet) => sheet.slice(0, sheet.indexOf("</sheetData>"))), "FileDamaged", /sheet1\.xml ends too early/],
  ["markup that does not match", () => changed("xl/workbook.xml", (xml) => xml.replace("</sheets>", "</sheet>")), "FileDamaged", /workbook\.xml is no valid XML/],
  ["a workbook without sheets", () => changed("xl/workbook.xml", (xml) => xml.replace(/<sheets>.*<\/sheets>/, "<sheets/>")), "FileDamaged", /names no worksheet/],
  ["more than 300 MB unpacked", () => claiming(400 * 1024 * 1024), "FileTooLarge", /unpacks to 400 MB.*up to 300 MB/],
  ["a part larger than it claims", () => claiming(10), "FileDamaged", /cannot be unpacked|changed since/],
  ["a row below Excel's last", () => withCell('<row r="1048577"><c r="A1048577"><v>1</v></c></row>'), "FileTooLarge", /row 1,048,577.*ends at row 1,048,576/],
  ["a column right of Excel's last", () => withCell('<row r="1"><c r="XFE1"><v>1</v></c></row>'), "FileTooLarge", /cell XFE1.*column XFD/],
  ["two cells so far apart that their rectangle fills the memory", () => withCell('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), "FileTooLarge", /span A1:XFD1048576/],
];

test.each(CASES)("%s is refused and leaves the open workbook as it is", async (_name, file, code, message) => {
  const grid = new StoredGrid("Mine");
  const open = openWorkbook(await file(), grid, { fileName: "bad.xlsx", events: silent, customFunctions: [], addinId: "" });
  await expect(open).rejects.toThrow(message);
  await expect(open).rejects.toBeInstanceOf(WorkbookFileError);
  await expect(open).rejects.toMatchObject({ code });
  expect(grid.resets).toBe(0);
  expect(grid.sheets().map(({ name }) => name)).toEqual(["Mine"]);
});
