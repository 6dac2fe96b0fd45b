import { scoresSheet } from "../../../src/sheets/write/scoresSheet";
import { listOf } from "../read/sampleList";
import { contentAt, formulaAt } from "./readPlan";

const rows = [
  ["Account ID", "Account", "Revenue 2025", "Days late"],
  ["A1", "=1+1", 10, 3],
  ["A2", "Bolt", 20, 1],
  ["A3", "Corp", 30, 2],
];

function sheet(table?: string) {
  const list = listOf(rows, table);
  const [revenue] = list.revenues;
  const { daysLate } = list.fields;
  if (!revenue || !daysLate) throw new Error("the sample lost its columns");
  return scoresSheet({
    sheetName: "KAM Scores",
    list,
    criteria: [
      { column: revenue, weight: 3, direction: "higher" },
      { column: daysLate, weight: 1, direction: "lower" },
    ],
    cutoffs: [65, 40],
    labels: ["A", "B", "C"],
  });
}

test("one formula scores all rows from weights and directions that stand on the sheet", () => {
  const plan = sheet("Accounts");
  expect(formulaAt(plan, "F11")).toBe("=KAM.SCORE($D$11:$E$13,$D$4:$E$4,$D$5:$E$5,$D$6)");
  expect(formulaAt(plan, "G11")).toBe("=KAM.TIER($F$11:$F$13,$D$7:$E$7,$D$8:$F$8)");
  expect(["D4", "E4"].map((a) => contentAt(plan, a))).toEqual([{ kind: "number", number: 3 }, { kind: "number", number: 1 }]);
  expect(["D5", "E5"].map((a) => contentAt(plan, a))).toEqual([{ kind: "label", label: "higher" }, { kind: "label", label: "lower" }]);
});

test("keys, names and criteria are formulas over the list; blank stays blank", () => {
  expect(formulaAt(sheet("Accounts"), "C11")).toBe('=IF(Accounts[Account]="","",Accounts[Account])');
  expect(formulaAt(sheet(), "D11")).toBe(`=IF('Accounts'!$C$2:$C$4="","",'Accounts'!$C$2:$C$4)`);
});

test("headers come from the list as text", () => {
  expect(contentAt(sheet(), "D10")).toEqual({ kind: "text", text: "Revenue 2025" });
});
