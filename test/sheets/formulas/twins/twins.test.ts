import { KAM_FUNCTIONS } from "../../../../src/sheets/formulas/twins/kamFunctions";
import { hasTwin, WITHOUT_TWIN } from "../../../../src/sheets/formulas/twins/twin";
import { recalculate, type Cell } from "../engine/recalculate";
import { ARBITRARY_CALLS, sampleOf } from "./arbitraryCalls";
import { differences, sheetOf } from "./twinCases";

const NAMES = KAM_FUNCTIONS.filter(hasTwin);
const CALLS = Number(process.env.TWIN_CALLS ?? 12);

test("every function either has a twin that is tested or says why it has none", () => {
  expect(NAMES).toEqual(Object.keys(ARBITRARY_CALLS).sort());
  expect(KAM_FUNCTIONS.filter((name) => !hasTwin(name))).toEqual(Object.keys(WITHOUT_TWIN).sort());
});

describe("by another engine a twin gives what its function gives", () => {
  const books = new Map(NAMES.map((name) => [name, sheetOf(name, sampleOf(name, CALLS))]));
  let results: ReadonlyMap<string, readonly (readonly Cell[])[]>;
  beforeAll(() => {
    const sheets = recalculate([...books.values()].map(({ sheet }) => sheet));
    results = new Map(NAMES.map((name, index) => [name, sheets[index]!]));
  }, 240_000);

  test.each(NAMES)("%s", (name) => {
    const { placed, refused } = books.get(name)!;
    // A benefit without end that takes more than a hundred periods is listed that far only; every option from a cell is too much.
    expect(refused.filter((reason) => !/^the benefit without end is not paid back within the list$|^the native formula has/.test(reason))).toEqual([]);
    expect(placed.length).toBeGreaterThan(CALLS / 3);
    expect(differences(results.get(name)!, placed)).toEqual([]);
  });
});
