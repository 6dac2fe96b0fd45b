import type { Shape } from "../../../../src/workbench/office-host/objects/shape";
import { pictureInfo } from "../../../../src/workbench/office-host/objects/shapeGeometry";
import { openModel, properties } from "../model";
import { refusal } from "../refusal";

/** One transparent pixel. */
const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

function place({ left, top, width, height }: Shape): number[] {
  return [left, top, width, height];
}

test("shapes are found by name or id and are drawn from back to front", () => {
  const { sheet } = openModel("Sheet1");
  const first = sheet.shapes.addGeometricShape("Hexagon");
  const second = sheet.shapes.addTextBox("hello");
  second.name = "Box";
  expect([first.name, first.type, second.textFrame.textRange.text, sheet.shapes.getItem("box").id === second.id]).toEqual(["Hexagon 1", "GeometricShape", "hello", true]);
  first.setZOrder("BringToFront");
  expect(sheet.shapes.items.map(({ name }) => name)).toEqual(["Box", "Hexagon 1"]);
  expect(refusal(() => sheet.shapes.getItem("Circle"))).toMatchObject({ code: "ItemNotFound", message: 'There is no shape "Circle" on the worksheet.' });
  expect(refusal(() => sheet.shapes.addGeometricShape("Blob"))).toMatchObject({ code: "InvalidArgument" });
});

test("a group moves and scales its members, and leaves them in place when it is dissolved", () => {
  const { sheet } = openModel("Sheet1");
  const [a, b] = [sheet.shapes.addGeometricShape("Rectangle"), sheet.shapes.addGeometricShape("Ellipse")];
  a.left = 100;
  b.left = 200;
  b.top = 100;
  const group = sheet.shapes.addGroup([a, b]);
  expect([place(group), sheet.shapes.items.length, b.level, b.parentGroup?.id === group.id]).toEqual([[100, 0, 172, 172], 1, 1, true]);
  group.incrementLeft(-50);
  group.width = 344;
  expect([place(a), place(b)]).toEqual([
    [50, 0, 144, 72],
    [250, 100, 144, 72],
  ]);
  group.group.ungroup();
  expect([sheet.shapes.items.length, place(b)]).toEqual([2, [250, 100, 144, 72]]);
});

test("a shape of a locked ratio keeps it, scaling starts where it was told to", () => {
  const { sheet } = openModel("Sheet1");
  const shape = sheet.shapes.addGeometricShape("Rectangle");
  shape.left = 100;
  properties(shape).lockAspectRatio = true;
  shape.scaleWidth(1.5, "CurrentSize", "ScaleFromMiddle");
  expect(place(shape)).toEqual([82, 0, 108, 108]);
  expect(refusal(() => shape.scaleWidth(2, "OriginalSize"))).toMatchObject({ code: "InvalidArgument", message: "Only pictures have an original size to scale from." });
  shape.incrementRotation(-30);
  expect(shape.rotation).toBe(330);
});

test("lines lie on the sites of the shapes they connect and know when these are gone", () => {
  const { sheet } = openModel("Sheet1");
  const shape = sheet.shapes.addLine(200, 50, 100, 150, "Curve");
  expect(place(shape)).toEqual([100, 50, 100, 100]);
  const box = sheet.shapes.addGeometricShape("Diamond");
  shape.line.connectEndShape(box, 2);
  // The lower corner of the box of 72 points at the origin.
  expect([place(shape), shape.line.isEndConnected, shape.line.endConnectedSite, box.connectionSiteCount]).toEqual([[36, 50, 164, 22], true, 2, 4]);
  expect(refusal(() => shape.line.connectBeginShape(box, 4))).toMatchObject({ code: "InvalidArgument" });
  box.delete();
  expect([shape.line.isEndConnected, shape.line.endConnectedShape]).toEqual([false, null]);
});

test("parts of another kind of shape are refused", () => {
  const { sheet } = openModel("Sheet1");
  const shape = sheet.shapes.addTextBox("x");
  expect(refusal(() => shape.line.disconnectBeginShape())).toEqual({ code: "InvalidOperation", message: "The shape TextBox 1 is of the type GeometricShape, this needs Line." });
});

test("a picture has its own size at 96 dots per inch and is given back as it was", () => {
  const { sheet } = openModel("Sheet1");
  const shape = sheet.shapes.addImage(PIXEL);
  expect([shape.image.format, place(shape), shape.getAsImage("PNG") === PIXEL]).toEqual(["PNG", [0, 0, 0.75, 0.75], true]);
  expect(refusal(() => shape.getAsImage("JPEG"))).toMatchObject({ code: "NotImplemented" });
  expect(refusal(() => sheet.shapes.addImage("aGVsbG8="))).toMatchObject({ code: "InvalidArgument" });
  expect(pictureInfo(btoa("\xff\xd8\xff\xc0\x00\x11\x08\x00\x20\x00\x40"))).toEqual({ format: "JPEG", width: 48, height: 24 });
  expect(pictureInfo(btoa('<svg width="200" height="100"></svg>'))).toEqual({ format: "SVG", width: 150, height: 75 });
});

test("text can be changed in parts", () => {
  const { sheet } = openModel("Sheet1");
  const { textFrame } = sheet.shapes.addTextBox("A box with text");
  textFrame.textRange.getSubstring(2, 3).text = "cup";
  properties(textFrame.textRange.getSubstring(0, 1).font).bold = true;
  expect([textFrame.textRange.text, properties(textFrame.textRange.font).bold]).toEqual(["A cup with text", false]);
  textFrame.deleteText();
  expect(textFrame.hasText).toBe(false);
});

test("the copy of a sheet has its own groups and connections", () => {
  const { sheet } = openModel("Sheet1");
  const [a, b] = [sheet.shapes.addGeometricShape("Rectangle"), sheet.shapes.addGeometricShape("Ellipse")];
  const line = sheet.shapes.addLine(0, 0, 10, 10);
  line.line.connectBeginShape(a, 0);
  sheet.shapes.addGroup([a, b]).name = "G";
  const copy = sheet.copy();
  const members = copy.shapes.getItem("G").group.shapes.items;
  expect([members.map(({ name }) => name), members.some(({ id }) => id === a.id), copy.shapes.getItem(line.name).line.beginConnectedShape?.id === members[0]?.id]).toEqual([["Rectangle 1", "Ellipse 2"], false, true]);
});
