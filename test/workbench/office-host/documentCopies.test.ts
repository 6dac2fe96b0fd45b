import { DocumentCopies } from "../../../src/workbench/office-host/documentCopies";

const COMPRESSED = 1;
const PDF = 2;

test("hands out the file as it was when asked for, in slices, until it is closed", async () => {
  let file = Uint8Array.from([1, 2, 3, 4, 5]);
  const copies = new DocumentCopies(() => Promise.resolve(file));
  const opened = (await copies.open({ "0": COMPRESSED, "1": 2 })).data;
  expect(opened).toEqual({ Error: 0, "0": expect.any(Number), "1": 5 });
  file = Uint8Array.from([9]);
  const slice = (index: number) => copies.slice({ "2": opened["0"], "3": index }).data;
  expect([slice(0), slice(1), slice(2)]).toEqual([
    { Error: 0, "0": [1, 2], "1": 2 },
    { Error: 0, "0": [3, 4], "1": 2 },
    { Error: 0, "0": [5], "1": 1 },
  ]);
  expect(copies.close({ "2": opened["0"] }).data).toEqual({ Error: 0 });
  expect(slice(0)).toEqual({ Error: 5001 });
});

test("a PDF, which nothing here makes, is refused as unsupported", async () => {
  expect((await new DocumentCopies(() => Promise.resolve(new Uint8Array())).open({ "0": PDF, "1": 100 })).data).toEqual({ Error: 5000 });
  expect((await new DocumentCopies(undefined).open({ "0": COMPRESSED, "1": 100 })).data).toEqual({ Error: 5000 });
});
