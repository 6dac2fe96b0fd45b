import { ObjectEvents, type RichApiMessageEntry } from "../../../../src/workbench/office-host/objectEvents";
import { Runtime } from "../../../../src/workbench/office-host/objects/runtime";

test("events are held back while the add-in wants none", () => {
  const sent: RichApiMessageEntry[] = [];
  const events = new ObjectEvents({ send: (entries) => sent.push(...entries), sendDocumentEvent: () => undefined });
  events.register(10, "Workbook");
  const runtime = new Runtime(events);
  runtime.enableEvents = false;
  events.raise(10, ["Workbook"], { n: 1 });
  runtime.enableEvents = true;
  events.raise(10, ["Workbook"], { n: 2 });
  expect([runtime.enableEvents, sent.map((entry) => entry[3])]).toEqual([true, ['{"n":2}']]);
  expect(() => (runtime.enableEvents = "no")).toThrow(expect.objectContaining({ code: "InvalidArgument" }));
});
