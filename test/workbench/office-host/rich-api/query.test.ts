import { answerQuery, LocatedError, WIRE_NAMES } from "../../../../src/workbench/office-host/rich-api/query";
import { typeNameOf } from "../../../../src/workbench/office-host/rich-api/members";
import { HostObject } from "../../../../src/workbench/office-host/hostObject";
import { openModel } from "../model";

const load = (object: HostObject, ...names: string[]) => answerQuery(object, { Select: names }, WIRE_NAMES, {});

test("a property of Excel's that the model lacks is refused by its name", () => {
  const { sheet } = openModel("S");
  let caught: unknown;
  try {
    load(sheet, "name", "showDataTypeIcons");
  } catch (error) {
    caught = error;
  }
  expect(caught).toBeInstanceOf(LocatedError);
  expect(caught).toMatchObject({ location: "Worksheet.showDataTypeIcons", reason: { code: "NotImplemented", message: "Worksheet.showDataTypeIcons is not implemented by this host." } });
});

test("a name Excel does not know on this object is passed over, alone or beside others", () => {
  const { sheet } = openModel("S");
  const table = sheet.tables.add("A1:B2", true);
  expect(load(table, "tableStyle")).toEqual({ Id: table.id });
  expect(load(sheet, "name", "nmae")).toEqual({ Id: sheet.id, Name: "S" });
  expect(load(sheet.tables, "no-such-thing")).toEqual({ _Items: [{ Id: table.id }] });
});

test("an object plays the type of its class, also when the bundle calls that otherwise", () => {
  const { sheet } = openModel("S");
  expect(typeNameOf(sheet)).toBe("Worksheet");
  class shapeImage_Image extends HostObject {
    get format(): string {
      return "PNG";
    }
  }
  expect(load(new shapeImage_Image(), "format")).toEqual({ format: "PNG" });
});
