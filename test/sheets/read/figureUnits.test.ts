import { readGrowthUnit, readMarginUnit } from "../../../src/sheets/read/figureUnits";
import type { ListColumn } from "../../../src/sheets/read/accountList";

const column = (header: string, isShare = false): ListColumn => ({ field: "margin", isShare, header, column: 3 });

test("margins up to 1 are shares", () => {
  expect(readMarginUnit(column("Margin"), 0, [0.1, -0.3, "", "n/a"])).toEqual({ unit: "share" });
});

test("margins up to 100 are percents, and the reader is told", () => {
  expect(readMarginUnit(column("Margin %", true), 0, [12, 0.5])).toEqual({ unit: "percent", remark: '"Margin %" (D1) is read as percent: 12 means 12 %.' });
  expect(readMarginUnit(column("Margin"), 0, [12, 35]).remark).toBe('"Margin" (D1) is read as percent, because no figure is above 100: 12 means 12 %.');
});

test("larger margins are money", () => {
  expect(readMarginUnit(column("Margin"), 0, [120_000, 5])).toEqual({ unit: "amount" });
});

test("growth above 300 % is meant as percent", () => {
  expect(readGrowthUnit(column("Growth"), 4, [0.14, 1.5])).toEqual({ unit: "share" });
  expect(readGrowthUnit(column("Growth"), 4, [14, -3])).toEqual({ unit: "percent", remark: '"Growth" (D5) is read as percent: 12 means 12 %.' });
});
