import { ObjectEvents, type RichApiMessageEntry } from "../../../src/workbench/office-host/objectEvents";

function setUp() {
  const sent: RichApiMessageEntry[] = [];
  const documentEvents: string[] = [];
  const events = new ObjectEvents({ send: (entries) => sent.push(...entries), sendDocumentEvent: (name) => documentEvents.push(name) });
  return { events, sent, documentEvents };
}

test("one entry goes to each target with a handler", () => {
  const { events, sent } = setUp();
  events.register(10, "s1");
  events.register(10, "Workbook");
  events.register(11, "s2");
  events.raise(10, ["s1", "s2", "Workbook"], { address: "A1" });
  expect(sent).toEqual([
    [65536, 10, "s1", '{"address":"A1"}', null, false],
    [65536, 10, "Workbook", '{"address":"A1"}', null, false],
  ]);
});

test("handlers are counted: events stop when the last one is removed", () => {
  const { events, sent } = setUp();
  events.register(10, "s1");
  events.register(10, "s1");
  events.unregister(10, "s1");
  events.raise(10, ["s1"], {});
  events.unregister(10, "s1");
  events.raise(10, ["s1"], {});
  expect(sent).toHaveLength(1);
});

test("nothing is raised while events are off, or for handlers of a page that is gone", () => {
  const { events, sent, documentEvents } = setUp();
  events.register(14, "s1");
  events.enabled = false;
  events.raise(14, ["s1"], {});
  events.enabled = true;
  events.clear();
  events.raise(10, ["s1"], {});
  expect([sent, documentEvents]).toEqual([[], []]);
});

test("a change of the selection is told to the document's handlers too", () => {
  const { events, documentEvents } = setUp();
  events.raise(14, ["s1", "Workbook"], { address: "A1" });
  events.raise(10, ["s1"], {});
  expect(documentEvents).toEqual(["documentSelectionChanged"]);
});
