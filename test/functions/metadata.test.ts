import { metadata, publicFunctions } from "./publicFunctions";

const functions = metadata.flatMap((file) => file.functions);
const enums = metadata.flatMap((file) => file.enums);

function repeated(names: readonly string[]): string[] {
  return names.filter((name, i) => names.indexOf(name) !== i);
}

test("the generator finds no error", () => {
  expect(metadata.flatMap((file) => file.extras.flatMap((extra) => extra.errors))).toEqual([]);
});

test("ids and lists are named once over all files", () => {
  expect(repeated(functions.map((f) => f.id))).toEqual([]);
  // The generator checks for doubles only inside one file, Excel reads one list.
  expect(repeated(enums.map((e) => e.id))).toEqual([]);
});

describe.each(functions.map((f) => [f.id, f] as const))("%s", (id, description) => {
  test("is exported under its own name", () => {
    expect(typeof publicFunctions.get(id)).toBe("function");
    expect(description.name).toBe(id);
    expect(id).toMatch(/^[A-Z]{3,}(\.[A-Z]+)?$/);
  });

  test("describes itself, its arguments and its help page", () => {
    expect(description.description).toMatch(/^[A-Z].{20,}\.$/s);
    expect(description.helpUrl).toBe(`https://localhost:3000/help/${id.toLowerCase()}.html`);
    for (const parameter of description.parameters) expect(`${parameter.name}: ${parameter.description}`).toMatch(/: [A-Z0-9].{4,}/);
  });

  test("takes cells as they come and lists for enumerated words", () => {
    for (const parameter of description.parameters) {
      expect([parameter.name, parameter.type]).toEqual([parameter.name, parameter.customEnumId === undefined ? "any" : "string"]);
    }
    const optional = description.parameters.map((p) => p.optional === true);
    expect([...optional].sort()).toEqual(optional);
  });
});
