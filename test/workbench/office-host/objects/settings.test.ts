import { DocumentSettings } from "../../../../src/workbench/office-host/documentSettings";
import { SettingCollection } from "../../../../src/workbench/office-host/objects/settings";

test("values go in and come out as JSON, shared with the document's settings", () => {
  const settings = new DocumentSettings([["old", "5"]]);
  let changes = 0;
  settings.onChanged = () => (changes += 1);
  const collection = new SettingCollection(settings);
  const added = collection.add("plan", { weights: [1, 2] });
  expect(settings.get("plan")).toBe('{"weights":[1,2]}');
  added.value = "text";
  expect([collection.getItem("plan").value, collection.getItem("old").value, collection.getCount(), changes]).toEqual(["text", 5, 2, 2]);
  expect(collection.items.map((setting) => [setting.key, setting.identity()])).toEqual([
    ["old", { _Id: "old" }],
    ["plan", { _Id: "plan" }],
  ]);
  collection.add("nothing", undefined);
  expect(collection.getItem("nothing").value).toBeNull();
});

test("a setting that is gone is named", () => {
  const collection = new SettingCollection(new DocumentSettings());
  expect(() => collection.getItem("x")).toThrow(expect.objectContaining({ code: "ItemNotFound", message: 'The workbook has no setting "x".' }));
  const setting = collection.add("y", 1);
  setting.delete();
  expect(() => setting.value).toThrow(expect.objectContaining({ code: "ItemNotFound", message: 'The setting "y" has been deleted.' }));
  expect(() => (setting.value = 2)).toThrow(expect.objectContaining({ code: "ItemNotFound" }));
});

test("replacing all drops what is not among the new ones", () => {
  const settings = new DocumentSettings([["a", "1"]]);
  settings.replaceAll([["b", "2"]]);
  expect(settings.entries()).toEqual([["b", "2"]]);
});
