import { proposeColumns } from "../../../src/sheets/read/proposeColumns";

const propose = (headers: readonly string[], ...rows: readonly (readonly (string | number)[])[]) => proposeColumns(headers, { row: 1, column: 0, values: rows }, 0);

test.each([
  [["Kdnr", "Firma", "Umsatz 2024", "Umsatz 2025", "DB %"], ["key", "name", "revenue", "revenue", "margin"]],
  [["Customer", "Turnover", "GM %", "DPD"], ["name", "revenue", "margin", "daysLate"]],
  [["accountid", "accountname", "annual revenue", "Openness (0-5)", "Relationship rating"], ["key", "name", "revenue", "openness", "relationship"]],
  [["SAP number", "Raison sociale", "CA 2025", "Retard de paiement"], ["key", "name", "revenue", "daysLate"]],
])("headers in the spellings of exports are recognised: %p", (headers, meanings) => {
  expect(propose(headers).lines.map(({ meaning }) => meaning)).toEqual(meanings);
});

test("what is not known is proposed for nothing", () => {
  expect(propose(["Colour", "Phone", ""]).lines).toEqual([]);
});

test("columns that could be meant as well are named, and years are proposed oldest first", () => {
  const { lines, remarks } = propose(["ID", "Sales 2025", "Sales 2023", "Sales", "Margin", "Profit"]);
  expect(lines.map(({ column }) => column)).toEqual(["ID", "Sales 2023", "Sales 2025", "Margin"]);
  expect(remarks).toEqual(['Revenue: "Sales 2023", "Sales 2025" are proposed; "Sales" could be meant as well.', 'Margin: "Margin" is proposed; "Profit" could be meant as well.']);
});

test("a unit that had to be concluded from the figures is said", () => {
  const { lines, remarks } = propose(["ID", "Margin"], ["A", 12], ["B", 35]);
  expect(lines[1]).toEqual({ meaning: "margin", column: "Margin", unit: "percent" });
  expect(remarks).toEqual([expect.stringContaining("12 means 12 %")]);
});
