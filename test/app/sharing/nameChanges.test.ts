import { cellsOf, restore, sampleBook, share } from "./sampleBook";

test("names get native formulas where they give the same, else keep their results, and come back", async () => {
  const book = sampleBook();
  book.definedNames = [
    { name: "Rate", formula: "=KAM.RATE(List!$B$2,2)" },
    { name: "Wrong", formula: "=KAM.RATE(List!$B$3,2)" },
    { name: "Best", formula: "=MAX(KAM.SCORE(List!$B$2:$B$3,1))" },
    { name: "Grid", formula: "=KAM.SCORE(List!$B$2:$B$3,1)" },
    { name: "Unknown", formula: "=KAM.ROTI(1)" },
    { name: "Untold", formula: "=KAM.ROTI(2)" },
    { name: "Beside", formula: "=KAM.RATE(List!B2,2)" },
  ];
  Object.assign(book.namesResults, { Rate: [[0.3]], "Rate native": [[0.1 + 0.2]], Wrong: [[1]], "Wrong native": [[2]], Best: [[50.5]], Grid: [[50, 'say "yes"'], [true, "#N/A"]], Beside: [[1]] });
  const before = structuredClone(book.definedNames);
  const sheets = book.all.map(({ name }) => name);
  const outcome = await share(book);
  expect(book.definedNames.map(({ formula }) => formula)).toEqual(["=NATIVERATE(List!$B$2,2)", "=1", "=50.5", '={50,"say ""yes""";TRUE,#N/A}', "=KAM.ROTI(1)", "=7", "=KAM.RATE(List!B2,2)"]);
  // The sheet that asked for what Excel did not tell is gone.
  expect(book.all.map(({ name }) => name)).toEqual([...sheets, "KAM Share Log"]);
  const untouched = { sheetId: "", sheetName: "" };
  expect(outcome.untouched).toEqual([
    { ...untouched, place: "Unknown", reason: "is a name without a result that could stand for it: put its formula into cells instead" },
    { ...untouched, place: "Beside", reason: "is a name that means other cells in each place where it is used: put its formula into cells instead" },
  ]);
  const log = Object.values(cellsOf(book, "KAM Share Log"));
  expect(log).toContain("The name keeps the result. The native formula gave 2 instead");
  expect(log).toContain("The name keeps the result. A name holds one formula, and each of its cells would need one");
  await restore(book);
  expect(book.definedNames).toEqual(before);
});

test("a name that was given another formula after sharing keeps it", async () => {
  const book = sampleBook();
  book.definedNames = [{ name: "Rate", formula: "=KAM.RATE(List!$B$2,2)" }];
  Object.assign(book.namesResults, { Rate: [[7]], "Rate native": [[7]] });
  await share(book);
  book.definedNames = [{ name: "Rate", formula: "=NATIVERATE(List!$B$3,2)" }];
  const { kept } = await restore(book);
  expect(kept).toEqual([{ sheetId: "", sheetName: "", place: "Rate", reason: "the name was edited after sharing, so it stays as it is" }]);
  expect(book.definedNames[0]?.formula).toBe("=NATIVERATE(List!$B$3,2)");
});
