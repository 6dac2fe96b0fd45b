import { RichApiEngine } from "../../../../src/workbench/office-host/rich-api/engine";
import type { Action, ObjectPath, QueryInfo } from "../../../../src/workbench/office-host/rich-api/messages";
import { HostError, HostObject } from "../../../../src/workbench/office-host/hostObject";
import { Shop } from "./bookstore";

class Till extends HostObject {
  ring(): string {
    return "ding";
  }
}

function setUp() {
  const shop = new Shop();
  const log: string[] = [];
  const unexpected: unknown[] = [];
  const engine = new RichApiEngine({
    root: () => shop,
    service: (name) => (name === "Shop.Till" ? new Till() : undefined),
    registrations: {
      register: (type, target) => log.push(`+${type} ${target}`),
      unregister: (type, target) => log.push(`-${type} ${target}`),
    },
    onUnexpected: (error) => unexpected.push(error),
  });
  return { shop, engine, log, unexpected };
}

const ROOT: ObjectPath = { Id: 1, ObjectPathType: 1, Name: "" };
const property = (Id: number, ParentObjectPathId: number, Name: string): ObjectPath => ({ Id, ObjectPathType: 4, Name, ParentObjectPathId });
const method = (Id: number, ParentObjectPathId: number, Name: string, ...Arguments: unknown[]): ObjectPath => ({
  Id,
  ObjectPathType: 3,
  Name,
  ParentObjectPathId,
  ArgumentInfo: { Arguments },
});
const indexer = (Id: number, ParentObjectPathId: number, key: unknown): ObjectPath => ({
  Id,
  ObjectPathType: 5,
  Name: "",
  ParentObjectPathId,
  ArgumentInfo: { Arguments: [key] },
});
const SHELVES = property(2, 1, "Shelves");

function run(engine: RichApiEngine, paths: readonly ObjectPath[], actions: readonly Partial<Action>[]) {
  const Actions = actions.map((action, index) => ({ Id: 100 + index, Name: "", ObjectPathId: 1, ActionType: 1, ...action }));
  return engine.execute({ Actions, ObjectPaths: Object.fromEntries(paths.map((path) => [path.Id, path])) });
}

async function load(paths: readonly ObjectPath[], id: number, QueryInfo: QueryInfo, ActionType = 2) {
  const response = await run(setUp().engine, paths, [{ ActionType, ObjectPathId: id, QueryInfo }]);
  expect(response.Error).toBeUndefined();
  return response.Results[0]?.Value;
}

describe("object paths", () => {
  test("an exchange as office.js sends it for Excel.run, load, sync and a write by reference", async () => {
    const { engine, shop } = setUp();
    const first = await engine.execute(
      JSON.parse(`{"AutoKeepReference":true,
        "Actions":[{"Id":2,"ActionType":1,"Name":"","ObjectPathId":1},{"Id":4,"ActionType":1,"Name":"","ObjectPathId":3},
          {"Id":5,"ActionType":3,"Name":"_KeepReference","ObjectPathId":3,"ArgumentInfo":{"Arguments":[]}},
          {"Id":6,"ActionType":1,"Name":"","ObjectPathId":3},
          {"Id":7,"ActionType":2,"Name":"","ObjectPathId":3,"QueryInfo":{"Select":["values","name"]},"L":[1,3]}],
        "ObjectPaths":{"1":{"Id":1,"ObjectPathType":1,"Name":""},
          "3":{"Id":3,"ObjectPathType":3,"Name":"GetFavourite","ParentObjectPathId":1,"ArgumentInfo":{"Arguments":[]}}}}`),
    );
    expect(first).toEqual({
      Results: [
        { ActionId: 2, Value: {} },
        { ActionId: 4, Value: { Id: "{a}" } },
        { ActionId: 5, Value: null },
        { ActionId: 6, Value: { Id: "{a}", _ReferenceId: "ref1" } },
        { ActionId: 7, Value: { Id: "{a}", _ReferenceId: "ref1", Values: [[1, 2], [3, 4]], Name: "a" } },
      ],
      TraceIds: [],
    });
    await run(engine, [{ Id: 3, ObjectPathType: 6, Name: "ref1" }], [{ ActionType: 4, Name: "Values", ObjectPathId: 3, ArgumentInfo: { Arguments: [[[9]]] } }]);
    expect(shop.getFavourite().values).toEqual([[9]]);
    expect(engine.references.count).toBe(1);
    await run(engine, [ROOT], [{ ActionType: 3, Name: "_RemoveReference", ArgumentInfo: { Arguments: ["ref1"] } }]);
    expect(engine.references.count).toBe(0);
    const gone = await run(engine, [{ Id: 3, ObjectPathType: 6, Name: "ref1" }], [{ ObjectPathId: 3 }]);
    expect(gone.Error).toMatchObject({ Code: "InvalidReference", Message: expect.stringContaining("ref1") as unknown });
  });

  test("a method path runs once however often it is used", async () => {
    const { engine, shop } = setUp();
    await run(engine, [ROOT, SHELVES, method(3, 2, "Add", "d")], [{ ObjectPathId: 3 }, { ObjectPathId: 3 }, { ActionType: 2, ObjectPathId: 3, QueryInfo: {} }]);
    expect(shop.shelves.count).toBe(4);
  });

  test("an indexer finds by name and by id, a service by its type name", async () => {
    const { engine } = setUp();
    const { Results } = await run(
      engine,
      [ROOT, SHELVES, indexer(3, 2, "b"), indexer(4, 2, "{c}"), { Id: 5, ObjectPathType: 2, Name: "Shop.Till" }],
      [{ ObjectPathId: 3 }, { ObjectPathId: 4 }, { ActionType: 3, Name: "Ring", ObjectPathId: 5 }],
    );
    expect(Results.map((result) => result.Value)).toEqual([{ Id: "{b}" }, { Id: "{c}" }, "ding"]);
  });

  test("a null object answers null to everything below it, without its stale parent", async () => {
    const { engine } = setUp();
    const paths = [
      ROOT,
      SHELVES,
      method(3, 2, "GetItemOrNullObject", "zzz"),
      property(4, 3, "Sign"),
      { Id: 5, ObjectPathType: 7, Name: "", ParentObjectPathId: 77 },
      property(6, 1, "OpenShelf"),
    ];
    const actions = [3, 4, 5, 6].map((ObjectPathId) => ({ ObjectPathId }));
    const response = await run(engine, paths, [...actions, { ActionType: 3, Name: "PlaceBeside", ObjectPathId: 3 }, { ActionType: 2, ObjectPathId: 4, QueryInfo: {} }]);
    expect(response.Error).toBeUndefined();
    expect(response.Results.map((result) => result.Value)).toEqual([null, null, null, null, null, null]);
  });

  test("an object that exists is found by getItemOrNullObject though only getItem is declared", async () => {
    const response = await run(setUp().engine, [ROOT, SHELVES, method(3, 2, "GetItemOrNullObject", "b")], [{ ObjectPathId: 3 }]);
    expect(response.Results[0]?.Value).toEqual({ Id: "{b}" });
  });
});

describe("arguments", () => {
  test("an object stands for its path, in place or inside plain JSON", async () => {
    const { engine } = setUp();
    const response = await run(
      engine,
      [ROOT, SHELVES, indexer(3, 2, "a"), indexer(4, 2, "b")],
      [
        { ActionType: 3, Name: "PlaceBeside", ObjectPathId: 3, ArgumentInfo: { Arguments: [4], ReferencedObjectPathIds: [4] } },
        { ActionType: 2, ObjectPathId: 3, QueryInfo: { Select: ["neighbourName"] } },
        { ActionType: 3, Name: "SetRule", ObjectPathId: 3, ArgumentInfo: { Arguments: [{ source: { _ObjectPathId: 4 } }] } },
      ],
    );
    expect(response.Results.slice(1).map((result) => result.Value)).toEqual([{ Id: "{a}", NeighbourName: "b" }, "shelf b"]);
  });

  test("an omitted optional argument arrives as undefined", async () => {
    const response = await run(setUp().engine, [ROOT], [{ ActionType: 3, Name: "CloseTill", ArgumentInfo: { Arguments: [5, null] } }]);
    expect(response.Results[0]?.Value).toBe("5 no note");
  });

  test("a method may take its time", async () => {
    const response = await run(setUp().engine, [ROOT], [{ ActionType: 3, Name: "CountLater" }, {}]);
    expect(response.Results.map((result) => result.Value)).toEqual([7, {}]);
  });
});

describe("load", () => {
  const paths = [ROOT, SHELVES, property(3, 1, "Sign"), indexer(4, 2, "a")];
  test.each<[string, number, QueryInfo, unknown]>([
    ["nothing named: all scalars", 3, {}, { Text: "Welcome", LetterCount: 7 }],
    ["unset scalars come as null", 4, { Select: ["owner"] }, { Id: "{a}", Owner: null }],
    ["a nested property", 1, { Select: ["sign/frame/color"] }, { Sign: { Frame: { Color: "black" } } }],
    ["a dot as separator, upper case", 1, { Select: ["Sign.Text"] }, { Sign: { Text: "Welcome" } }],
    ["a navigation property alone: its scalars", 1, { Select: ["sign"] }, { Sign: { Text: "Welcome", LetterCount: 7 } }],
    ["a star below", 1, { Select: ["sign/frame/*"] }, { Sign: { Frame: { Color: "black", Lamp: null } } }],
    ["select and expand", 1, { Select: ["title"], Expand: ["sign/frame"] }, { Title: "Shop", Sign: { Frame: { Color: "black", Lamp: null } } }],
    ["expand without select: scalars too", 1, { Expand: ["sign"] }, { Title: "Shop", OpenShelf: null, Sign: { Text: "Welcome", LetterCount: 7 } }],
    ["names of items", 2, { Select: ["name"] }, { _Items: [{ Id: "{a}", Name: "a" }, { Id: "{b}", Name: "b" }, { Id: "{c}", Name: "c" }] }],
    ["names of items, spelt out", 2, { Select: ["items/name"], Top: 1 }, { _Items: [{ Id: "{a}", Name: "a" }] }],
    ["a page of items", 2, { Select: ["name"], Skip: 1, Top: 1 }, { _Items: [{ _Index: 1, Id: "{b}", Name: "b" }] }],
    ["properties of the collection only", 2, { Select: ["count"] }, { Count: 3 }],
    ["both", 2, { Select: ["count", "sign/text"], Top: 1 }, { Count: 3, _Items: [{ Id: "{a}", Sign: { Text: "Welcome" } }] }],
    ["a collection through its owner", 1, { Select: ["shelves/name"] }, { Shelves: { _Items: [{ Id: "{a}", Name: "a" }, { Id: "{b}", Name: "b" }, { Id: "{c}", Name: "c" }] } }],
    ["isNullObject", 1, { Select: ["isNullObject"] }, { IsNullObject: false }],
    ["nothing at all", 2, { Select: ["$none"], Top: 1 }, { _Items: [{ Id: "{a}" }] }],
    [
      "a star on a collection",
      2,
      { Select: ["*"], Top: 1 },
      { Count: 3, _Items: [{ Id: "{a}", Name: "a", Values: [[1, 2], [3, 4]], RowCount: 2, ColumnCount: 2, Owner: null, NeighbourName: "" }] },
    ],
  ])("%s", async (_, id, query, expected) => {
    expect(await load(paths, id, query)).toEqual(expected);
  });

  test("as JSON: names of the typings and items", async () => {
    expect(await load(paths, 2, { Select: ["name"], Top: 1 }, 7)).toEqual({ items: [{ Id: "{a}", name: "a" }] });
  });

  test("a name that no type of Excel's has there is left out of the answer", async () => {
    expect(await load(paths, 1, { Select: ["sign/colour", "sign/text"] })).toEqual({ Sign: { Text: "Welcome" } });
  });

  test("a member of a scalar is refused", async () => {
    const response = await run(setUp().engine, paths, [{ ActionType: 2, ObjectPathId: 1, QueryInfo: { Select: ["title/length"] } }]);
    expect(response.Error).toMatchObject({ Code: "InvalidArgument", Message: "Shop.title has no member length." });
  });
});

describe("writes", () => {
  const paths = [ROOT, property(3, 1, "Sign")];

  test("a property by its wire name, or in camelCase", async () => {
    const { engine, shop } = setUp();
    await run(engine, paths, [{ ActionType: 4, Name: "Text", ObjectPathId: 3, ArgumentInfo: { Arguments: ["Closed"] } }]);
    expect(shop.sign.text).toBe("Closed");
    await run(engine, paths, [{ ActionType: 4, Name: "text", ObjectPathId: 3, ArgumentInfo: { Arguments: ["Open"] } }]);
    expect(shop.sign.text).toBe("Open");
  });

  test("update sets nested properties, and an object-valued property as a whole", async () => {
    const { engine, shop } = setUp();
    const response = await run(engine, paths, [{ ActionType: 9, ObjectPathId: 3, ObjectState: { text: "Hi", frame: { color: "red", lamp: { watts: 5 } } } }]);
    expect(response.Error).toBeUndefined();
    expect([shop.sign.text, shop.sign.frame.color, shop.sign.frame.lamp]).toEqual(["Hi", "red", { watts: 5 }]);
  });

  test("a getter without a setter is read-only", async () => {
    const response = await run(setUp().engine, paths, [{ ActionType: 4, Name: "LetterCount", ObjectPathId: 3, ArgumentInfo: { Arguments: [1] } }]);
    expect(response.Error).toMatchObject({ Code: "InvalidOperation", Message: "Sign.letterCount is read-only.", Location: "Sign.letterCount" });
  });

  test("the size of a matrix sent in pieces is checked first", async () => {
    const shelf = [ROOT, method(3, 1, "GetFavourite")];
    const ok = await run(setUp().engine, shelf, [{ ActionType: 3, Name: "_ValidateArraySize", ObjectPathId: 3, ArgumentInfo: { Arguments: [2, 2] } }]);
    expect(ok.Error).toBeUndefined();
    const wrong = await run(setUp().engine, shelf, [{ ActionType: 3, Name: "_ValidateArraySize", ObjectPathId: 3, ArgumentInfo: { Arguments: [3, 2] } }]);
    expect(wrong.Error).toMatchObject({ Code: "InvalidArgument", Message: "The array has 3 rows and 2 columns, the range 2 and 2.", Location: "Shelf.values" });
  });
});

describe("failures", () => {
  test("what was done before stays, what comes after is not done, and the place is named", async () => {
    const { engine, shop } = setUp();
    const response = await run(
      engine,
      [ROOT, SHELVES, property(3, 1, "Sign"), indexer(4, 2, "zzz")],
      [
        { ActionType: 4, Name: "Text", ObjectPathId: 3, ArgumentInfo: { Arguments: ["first"] } },
        { ObjectPathId: 4 },
        { ActionType: 4, Name: "Text", ObjectPathId: 3, ArgumentInfo: { Arguments: ["second"] } },
      ],
    );
    expect(response.Results).toEqual([{ ActionId: 100, Value: null }]);
    expect(response.Error).toEqual({ Code: "ItemNotFound", Message: "no shelf zzz", Location: "Shelves.getItem", ActionIndex: 1, HttpStatusCode: 404 });
    expect(shop.sign.text).toBe("first");
  });

  test.each([
    ["a method", [ROOT], { ActionType: 3, Name: "OpenLate" }, "Shop.openLate"],
    ["a path", [ROOT, property(3, 1, "Cellar")], { ObjectPathId: 3 }, "Shop.cellar"],
    ["the way an object is identified", [ROOT], { ActionType: 3, Name: "Identity" }, "Shop.identity"],
    ["the constructor", [ROOT], { ActionType: 3, Name: "Constructor" }, "Shop.constructor"],
    ["what every JavaScript object has", [ROOT], { ActionType: 3, Name: "HasOwnProperty" }, "Shop.hasOwnProperty"],
  ])("%s that is not declared is NotImplemented by name", async (_, paths, action, location) => {
    const response = await run(setUp().engine, paths, [action]);
    expect(response.Error).toMatchObject({ Code: "NotImplemented", Message: `${location} is not implemented by this host.`, Location: location });
  });

  test("a service this host has not is named", async () => {
    const response = await run(setUp().engine, [{ Id: 1, ObjectPathType: 2, Name: "Microsoft.Other.Thing" }], [{}]);
    expect(response.Error).toMatchObject({ Code: "NotImplemented", Message: "Microsoft.Other.Thing is not implemented by this host." });
  });

  test("an exception of the model is a GeneralException and is reported", async () => {
    const { engine, unexpected } = setUp();
    const response = await run(engine, [ROOT], [{ ActionType: 3, Name: "Explode" }]);
    expect(response.Error).toMatchObject({ Code: "GeneralException", Message: "a fault of the model", Location: "Shop.explode", HttpStatusCode: 500 });
    expect(unexpected).toEqual([new TypeError("a fault of the model")]);
  });

  test("a visitor sees every member before it is used and may refuse it", async () => {
    const { engine, shop } = setUp();
    const seen: string[] = [];
    const response = await engine.execute(
      {
        Actions: [
          { Id: 1, ActionType: 2, Name: "", ObjectPathId: 3, QueryInfo: { Select: ["name", "sign/text"] } },
          { Id: 2, ActionType: 4, Name: "Name", ObjectPathId: 3, ArgumentInfo: { Arguments: ["new"] } },
        ],
        ObjectPaths: { 1: ROOT, 3: method(3, 1, "GetFavourite") },
      },
      (location) => {
        seen.push(location);
        if (seen.length === 5) throw new HostError("ActivityLimitReached", "too much");
      },
    );
    expect(seen).toEqual(["Shop.getFavourite", "Shelf.name", "Shelf.sign", "Sign.text", "Shelf.name"]);
    expect(response.Error).toMatchObject({ Code: "ActivityLimitReached", Location: "Shelf.name", ActionIndex: 1 });
    expect(shop.getFavourite().name).toBe("a");
  });
});

test("trace actions have a result and are listed", async () => {
  const response = await run(setUp().engine, [ROOT], [{ ActionType: 5, Name: "Trace", ObjectPathId: 0 }]);
  expect(response).toEqual({ Results: [{ ActionId: 100, Value: null }], TraceIds: [100] });
});

test("events are registered for the object's id, or for what a collection belongs to", async () => {
  class Worksheet extends HostObject {
    override identity() {
      return { Id: "s1" };
    }
    get charts(): ChartCollection {
      return new ChartCollection();
    }
  }
  class ChartCollection extends HostObject {}
  class WorksheetCollection extends HostObject {}
  class Workbook extends HostObject {
    get worksheets(): WorksheetCollection {
      return new WorksheetCollection();
    }
    getSheet(): Worksheet {
      return new Worksheet();
    }
  }
  const log: string[] = [];
  const engine = new RichApiEngine({
    root: () => new Workbook(),
    service: () => undefined,
    registrations: { register: (type, target) => log.push(`+${type} ${target}`), unregister: (type, target) => log.push(`-${type} ${target}`) },
  });
  const register = (Name: string, ObjectPathId: number) => ({ ActionType: 3, Name, ObjectPathId });
  const response = await run(
    engine,
    [ROOT, property(2, 1, "Worksheets"), method(3, 1, "GetSheet"), property(4, 3, "Charts")],
    [
      register("_RegisterDataChangedEvent", 2),
      register("_RegisterDataChangedEvent", 3),
      register("_UnregisterDataChangedEvent", 3),
      register("_RegisterAddedEvent", 4),
      register("_RegisterEventNameChanged", 2),
      register("_RegisterMoonEvent", 3),
    ],
  );
  expect(log).toEqual(["+10 Workbook", "+10 s1", "-10 s1", "+50 s1", "+25 Workbook"]);
  expect(response.Error).toMatchObject({ Code: "NotImplemented", Location: "Worksheet._RegisterMoonEvent", ActionIndex: 5 });
});
