import { columnReference, lookUp, placeInList } from "../../../src/sheets/formulas/lookup";
import { listOf } from "../read/sampleList";

const rows = [
  ["Account ID", "Account", "Sales [net] #1 @'25"],
  ["A1", "Acme", 5],
];
const column = (table?: string) => {
  const list = listOf([["Account ID", "Account", "Revenue"], ["A1", "Acme", 5]], table);
  return { list, revenue: list.revenues[0] ?? list.key };
};

test("a table's columns are named, so that sorting, new rows and renamed sheets do no harm", () => {
  const { list, revenue } = column("Accounts");
  expect(columnReference(list, revenue)).toBe("Accounts[Revenue]");
});

test("special characters of a header are escaped as Excel wants them", () => {
  const list = listOf([["Account ID", "Account"], ["A1", "Acme"]], "T");
  expect(columnReference(list, { ...list.key, header: rows[0]?.[2] as string })).toBe("T[Sales '[net'] '#1 '@''25]");
});

test("a plain list is looked up by cells, with room for accounts added later", () => {
  const { list, revenue } = column();
  // One account in row 2 and 1,000 spare rows.
  expect(columnReference(list, revenue)).toBe("'Accounts'!$C$2:$C$1002");
  expect(columnReference(list, revenue, 0)).toBe("'Accounts'!$C$2");
});

test("an empty cell stays empty", () => {
  const { list, revenue } = column("T");
  expect(lookUp("$M$3", list, revenue)).toBe('IF($M$3="","",IF(ISBLANK(INDEX(T[Revenue],$M$3)),"",INDEX(T[Revenue],$M$3)))');
});

test("wildcards in a key are taken literally", () => {
  const { list } = column("T");
  expect(placeInList("$B$5", list)).toContain('SUBSTITUTE(SUBSTITUTE(SUBSTITUTE($B$5,"~","~~"),"*","~*"),"?","~?")');
});
