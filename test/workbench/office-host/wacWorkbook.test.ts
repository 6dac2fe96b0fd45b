import { WacWorkbook } from "../../../src/workbench/office-host/wacWorkbook";

test("a workbook is created from a file, an empty one without", async () => {
  const opened: (number[] | undefined)[] = [];
  const wac = new WacWorkbook((bytes) => Promise.resolve(void opened.push(bytes && [...bytes])));
  await wac.createAndOpenWorkbook(btoa("PK.."));
  await wac.createAndOpenWorkbook(undefined);
  await wac.createAndOpenWorkbook("  ");
  expect(opened).toEqual([[0x50, 0x4b, 0x2e, 0x2e], undefined, undefined]);
});

test.each([
  ["no base64!", /base64/],
  [btoa("Name;Sum"), /not an \.xlsx file/],
])("%s opens nothing", async (text, words) => {
  const open = jest.fn();
  await expect(new WacWorkbook(open).createAndOpenWorkbook(text)).rejects.toMatchObject({ code: "InvalidArgument", message: expect.stringMatching(words) });
  expect(open).not.toHaveBeenCalled();
});

test("a host without windows says so by the member's name", async () => {
  await expect(new WacWorkbook(undefined).createAndOpenWorkbook()).rejects.toMatchObject({ code: "NotImplemented", message: expect.stringContaining("WacWorkbook.createAndOpenWorkbook") });
});
