import { Faults } from "../../../../src/workbench/office-host/faults";
import { type DocumentState, PAYLOAD_LIMIT_BYTES, RichApiEndpoint } from "../../../../src/workbench/office-host/rich-api/endpoint";
import { RichApiEngine } from "../../../../src/workbench/office-host/rich-api/engine";
import type { RichApiResponse } from "../../../../src/workbench/office-host/rich-api/messages";
import { TrafficMeter } from "../../../../src/workbench/office-host/traffic";
import { HostObject } from "../../../../src/workbench/office-host/hostObject";
import { Shop } from "./bookstore";

const FLAG = { write: 1, waitForEdit: 64 };
class Till extends HostObject {
  ring(): string {
    return "ding";
  }
}

const registrations = { register: () => undefined, unregister: () => undefined };

function setUp(document: Partial<DocumentState> = {}) {
  const shop = new Shop();
  const engine = new RichApiEngine({ root: () => shop, service: (name) => (name === "Till" ? new Till() : undefined), registrations });
  const traffic = new TrafficMeter();
  const faults = new Faults();
  const endpoint = new RichApiEndpoint({
    workbook: engine,
    hostServices: engine,
    document: { isReadOnly: () => false, isEditing: () => false, editEnded: () => Promise.resolve(), ...document },
    traffic,
    faults,
  });
  const request = async (body: unknown, flags = 0, customData = "IterativeExecutor") => {
    const answer = await endpoint.answer([customData, "POST", "ProcessQuery", [], typeof body === "string" ? body : JSON.stringify(body), 0, flags]);
    return { ...answer, body: answer.data.Data ? (JSON.parse((answer.data.Data as string[])[2] as string) as RichApiResponse) : undefined };
  };
  return { shop, endpoint, request, traffic, faults };
}

const PATHS = { 1: { Id: 1, ObjectPathType: 1, Name: "" }, 2: { Id: 2, ObjectPathType: 4, Name: "Sign", ParentObjectPathId: 1 } };
const write = (text: string) => ({ Actions: [{ Id: 5, ActionType: 4, Name: "Text", ObjectPathId: 2, ArgumentInfo: { Arguments: [text] } }], ObjectPaths: PATHS });
const READ = { Actions: [{ Id: 6, ActionType: 2, Name: "", ObjectPathId: 2, QueryInfo: { Select: ["text"] } }], ObjectPaths: PATHS };

const RING = { Actions: [{ Id: 7, ActionType: 3, Name: "Ring", ObjectPathId: 9 }], ObjectPaths: { 9: { Id: 9, ObjectPathType: 2, Name: "Till" } } };

test("an answer is status, headers and body", async () => {
  const { request } = setUp();
  const { data, body } = await request(READ);
  expect(data).toMatchObject({ Error: 0, Data: [200, null, expect.any(String) as unknown] });
  expect(body?.Results).toEqual([{ ActionId: 6, Value: { Text: "Welcome" } }]);
});

test("the next request waits until the answer of the last has been sent and its events have followed", async () => {
  const { endpoint, request } = setUp();
  const order: string[] = [];
  endpoint.afterAnswer(() => order.push("at once"));
  const first = await request(write("one"));
  endpoint.afterAnswer(() => order.push("event of the first"));
  const second = request(READ).then((answer) => {
    order.push(`second reads ${JSON.stringify(answer.body?.Results[0]?.Value)}`);
    answer.sent?.();
  });
  await Promise.resolve();
  order.push("first is sent");
  first.sent?.();
  await second;
  expect(order).toEqual(["at once", "first is sent", "event of the first", 'second reads {"Text":"one"}']);
});

test("a service of the host answers at once, while a request to the workbook is in work", async () => {
  const { request } = setUp();
  const first = await request(READ);
  const service = await request(RING);
  expect(service.body?.Results[0]?.Value).toBe("ding");
  first.sent?.();
});

test("what cannot be read is an internal error, and the next request still gets its turn", async () => {
  const { request } = setUp();
  const broken = await request("{");
  expect(broken.data).toEqual({ Error: 5001 });
  broken.sent?.();
  expect((await request(READ)).data.Error).toBe(0);
});

test("5 MB at most, either way", async () => {
  const { request, shop } = setUp();
  expect((await request(write("ü".repeat(PAYLOAD_LIMIT_BYTES / 2)))).data).toEqual({ Error: 5103 });
  shop.sign.text = "x".repeat(PAYLOAD_LIMIT_BYTES);
  const tooMuch = await request(READ);
  expect(tooMuch.data).toEqual({ Error: 5104 });
  tooMuch.sent?.();
});

test("a read-only document refuses writes and answers reads", async () => {
  const { request } = setUp({ isReadOnly: () => true });
  expect((await request(write("x"), FLAG.write)).data).toEqual({ Error: 7000 });
  expect((await request(READ)).data.Error).toBe(0);
});

test("while a cell is edited a write is refused, or waits if it asked to", async () => {
  let endEdit: () => void = () => undefined;
  const { request, shop } = setUp({ isEditing: () => true, editEnded: () => new Promise((done) => (endEdit = done)) });
  expect((await request(write("now"), FLAG.write)).data).toEqual({ Error: 5004 });
  const waiting = request(write("later"), FLAG.write | FLAG.waitForEdit);
  const read = await request(READ);
  expect([read.data.Error, shop.sign.text]).toEqual([0, "Welcome"]);
  read.sent?.();
  endEdit();
  expect((await waiting).data.Error).toBe(0);
  expect(shop.sign.text).toBe("later");
});

test("traffic is what add-ins ask: requests, actions and bytes since the last reset", async () => {
  const { request, traffic } = setUp();
  const asked = JSON.stringify(READ);
  const first = await request(READ);
  first.sent?.();
  const { sent } = await request(READ, 0, "WacPartition");
  sent?.();
  const answered = (first.data.Data as string[])[2] as string;
  expect(traffic.read()).toEqual({ requests: 1, actions: 1, requestBytes: asked.length, responseBytes: answered.length });
  traffic.reset();
  expect(traffic.read()).toEqual({ requests: 0, actions: 0, requestBytes: 0, responseBytes: 0 });
});

test("bytes are those of UTF-8", async () => {
  const { request, traffic } = setUp();
  await request(write("€"));
  expect(traffic.read().requestBytes).toBe(JSON.stringify(write("€")).length + 2);
});

describe("faults", () => {
  async function codes(run: ReturnType<typeof setUp>, bodies: readonly unknown[]): Promise<(string | undefined)[]> {
    const seen: (string | undefined)[] = [];
    for (const body of bodies) {
      const answer = await run.request(body);
      answer.sent?.();
      seen.push(answer.body?.Error?.Code);
    }
    return seen;
  }

  test("the k-th request fails, once, before it does anything", async () => {
    const run = setUp();
    run.faults.fail({ request: 2, code: "ActivityLimitReached" });
    expect(await codes(run, [write("1"), write("2"), READ])).toEqual([undefined, "ActivityLimitReached", undefined]);
    expect(run.shop.sign.text).toBe("1");
  });

  test("from the k-th request on, always", async () => {
    const run = setUp();
    run.faults.fail({ request: 2, code: "GeneralException", times: "always" });
    expect(await codes(run, [READ, READ, READ])).toEqual([undefined, "GeneralException", "GeneralException"]);
    run.faults.clear();
    expect(await codes(run, [READ])).toEqual([undefined]);
  });

  test("two plans count the same requests", async () => {
    const run = setUp();
    run.faults.fail({ request: 1, code: "A" });
    run.faults.fail({ request: 3, code: "B" });
    expect(await codes(run, [READ, READ, READ, READ])).toEqual(["A", undefined, "B", undefined]);
  });

  test.each(["Sign.text", "text"])("each use of %s", async (member) => {
    const run = setUp();
    run.faults.fail({ member, code: "AccessDenied", message: "locked", times: "always" });
    expect(await codes(run, [READ, write("x")])).toEqual(["AccessDenied", "AccessDenied"]);
    const answer = await run.request(READ);
    expect(answer.body?.Error).toMatchObject({ Message: "locked", Location: "Sign.text" });
  });

  test("a request that only releases references is not counted", async () => {
    const run = setUp();
    run.faults.fail({ request: 1, code: "A" });
    const release = { Actions: [{ Id: 1, ActionType: 1, Name: "", ObjectPathId: 1 }, { Id: 2, ActionType: 3, Name: "_RemoveReference", ObjectPathId: 1, ArgumentInfo: { Arguments: ["ref1"] } }], ObjectPaths: PATHS };
    expect(await codes(run, [release, READ])).toEqual([undefined, "A"]);
  });

  test("a request to a service of the host is not counted", async () => {
    const run = setUp();
    run.faults.fail({ request: 1, code: "A" });
    expect(await codes(run, [RING, READ])).toEqual([undefined, "A"]);
  });

  test("a delay holds answers back", async () => {
    jest.useFakeTimers();
    try {
      const run = setUp();
      run.faults.delay(500);
      const answer = jest.fn();
      void run.request(READ).then(answer);
      await jest.advanceTimersByTimeAsync(499);
      expect(answer).not.toHaveBeenCalled();
      await jest.advanceTimersByTimeAsync(1);
      expect(answer).toHaveBeenCalled();
    } finally {
      jest.useRealTimers();
    }
  });

  test("a plan that names neither request nor member is refused, as is a request below 1", () => {
    const { faults } = setUp();
    expect(() => faults.fail({ code: "A" })).toThrow("A fault needs a request number or a member name, received neither.");
    expect(() => faults.fail({ code: "A", request: 0 })).toThrow("The request of a fault counts from 1, received 0.");
  });
});
