import fc from "fast-check";
import { MAX_SHEET_NAME, sheetNameFor, sheetNameKey } from "../../src/sheets/limits";

const none: ReadonlySet<string> = new Set();
const taken = (...names: string[]) => new Set(names.map(sheetNameKey));

test("an ordinary name stays as it is", () => {
  expect(sheetNameFor("Northwind Traders", none)).toBe("Northwind Traders");
});

test("characters Excel forbids become spaces, apostrophes go from the ends only", () => {
  expect(sheetNameFor("A/B:C\\D?E*F[G]", none)).toBe("A B C D E F G");
  expect(sheetNameFor("'O'Brien's'", none)).toBe("O'Brien's");
  expect(sheetNameFor("=HYPERLINK(\"http://x\")", none)).toBe('=HYPERLINK("http x")');
});

test("an exclamation mark, which other spreadsheets take for the end of a sheet's name, becomes a space", () => {
  expect(sheetNameFor("Yahoo!", none)).toBe("Yahoo");
  expect(sheetNameFor("-cmd|' /C calc'!A0", none)).toBe("-cmd|' C calc' A0");
});

test("a name of which nothing is left gets a word", () => {
  expect(sheetNameFor("", none)).toBe("Account");
  expect(sheetNameFor("':*?/'", none)).toBe("Account");
});

test("names are taken whatever their case, and numbered within 31 characters", () => {
  expect(sheetNameFor("Acme", taken("ACME"))).toBe("Acme (2)");
  expect(sheetNameFor("Acme", taken("acme", "Acme (2)"))).toBe("Acme (3)");
  const long = "The Extremely Long Company Name Incorporated";
  expect(sheetNameFor(long, none)).toBe("The Extremely Long Company Name");
  expect(sheetNameFor(long, taken("The Extremely Long Company Name"))).toBe("The Extremely Long Company (2)");
});

test("the name Excel keeps for itself is numbered", () => {
  expect(sheetNameFor("History", none)).toBe("History (2)");
});

test("an emoji at the cut is left out whole", () => {
  // 30 letters and a family of four: 11 units that must not be split.
  expect(sheetNameFor(`${"a".repeat(30)}👨‍👩‍👧‍👦`, none)).toBe("a".repeat(30));
  expect(sheetNameFor(`${"a".repeat(30)}😀`, none)).toBe("a".repeat(30));
});

test("every text gives a name Excel accepts, and a different one for each account", () => {
  const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }), fc.constantFrom("History", "a'", "😀".repeat(20), "x".repeat(40)));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 12 }), (texts) => {
      const used = new Set<string>();
      for (const one of texts) {
        const name = sheetNameFor(one, used);
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(MAX_SHEET_NAME);
        expect(name).not.toMatch(/[:\\/?*[\]]/);
        expect(name).not.toMatch(/^'|'$/);
        // Fails on half a surrogate pair.
        expect(() => encodeURIComponent(name)).not.toThrow();
        expect(sheetNameKey(name)).not.toBe("history");
        expect(used.has(sheetNameKey(name))).toBe(false);
        used.add(sheetNameKey(name));
      }
    }),
  );
});
