import { appContext, DisplayMode, hostInfoText, REQUIREMENT_SETS, windowName } from "../../../../src/workbench/office-host/channel/appContext";
import { Conversation, type ConversationHandlers } from "../../../../src/workbench/office-host/channel/conversation";

function setUp(handlers: Partial<ConversationHandlers> = {}) {
  const posted: Record<string, unknown>[] = [];
  const conversation = new Conversation("conv1", (text) => posted.push(JSON.parse(text) as Record<string, unknown>), {
    appContext: () => ({ _id: "addin1" }),
    notify: () => undefined,
    execute: async () => ({ data: { Error: 0 } }),
    ...handlers,
  });
  const send = (actionName: string, data: unknown, more: Record<string, unknown> = {}) =>
    conversation.receive(
      JSON.stringify({ _messageType: 0, _actionType: 0, _actionName: actionName, _conversationId: "conv1", _correlationId: 4, _data: data, ...more }),
    );
  return { conversation, posted, send };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

test("the app context is answered in the envelope of the request", async () => {
  const { posted, send } = setUp();
  send("ContextActivationManager_getAppContextAsync", "addin1");
  await settle();
  expect(posted).toEqual([
    {
      _messageType: 1,
      _responseType: 0,
      _actionName: "ContextActivationManager_getAppContextAsync",
      _conversationId: "conv1",
      _correlationId: 4,
      _errorCode: 0,
      _data: { _id: "addin1" },
      _serializerVersion: 1,
    },
  ]);
});

test.each([
  ["of another conversation", { _conversationId: "conv2" }],
  ["that is an answer", { _messageType: 1 }],
  ["without a name", { _actionName: 5 }],
])("a message %s is ignored", async (_, more) => {
  const { posted, send } = setUp();
  send("ContextActivationManager_getAppContextAsync", null, more);
  await settle();
  expect(posted).toEqual([]);
});

test.each([["not JSON {", "no text at all", 5, null]])("what is no message of office.js is ignored", async (...texts) => {
  const { conversation, posted } = setUp();
  for (const text of texts) conversation.receive(text);
  conversation.receive("{broken");
  await settle();
  expect(posted).toEqual([]);
});

test("a call goes by its dispatch id; what follows the answer comes after it", async () => {
  const order: string[] = [];
  const { conversation, posted, send } = setUp({
    execute: async (dispatchId, data) => ({ data: { Error: 0, Data: [dispatchId, data.Name] }, sent: () => order.push(`sent after ${posted.length}`) }),
  });
  send("executeMethod", { Name: "x", DdaMethod: { DispatchId: 93 } });
  await settle();
  expect(posted[0]?._data).toEqual({ Version: 1, Error: 0, Data: [93, "x"] });
  expect(order).toEqual(["sent after 1"]);
  conversation.close();
});

test("a call that throws and an unknown one are answered as failures of the host", async () => {
  const { posted, send } = setUp({ execute: () => Promise.reject(new Error("broken")) });
  send("executeMethod", { DdaMethod: { DispatchId: 93 } });
  send("somethingElse", null);
  await settle();
  expect(posted.map((message) => message._errorCode)).toEqual([-2, -2]);
});

test("events go to a page that listens, and only as long as it does", async () => {
  const { conversation, posted, send } = setUp();
  conversation.raise("settingsChanged", {});
  send("settingsChanged", { controlId: "addin1", eventDispId: 1, targetId: "" }, { _actionType: 1 });
  await conversation.registration("settingsChanged");
  conversation.raise("settingsChanged", { a: 1 });
  send("settingsChanged", { controlId: "addin1", eventDispId: 1, targetId: "" }, { _actionType: 2 });
  conversation.raise("settingsChanged", { a: 2 });
  expect(posted.map((message) => [message._responseType, message._data])).toEqual([
    [0, { Error: 0 }],
    [1, { a: 1 }],
    [0, { Error: 0 }],
  ]);
});

test("a registration may be refused", () => {
  const { conversation, posted, send } = setUp({ registered: () => 12007 });
  send("dialogMessageReceived", { targetId: "{}" }, { _actionType: 1 });
  expect(posted[0]?._data).toEqual({ Error: 12007 });
  expect(conversation.isRegistered("dialogMessageReceived")).toBe(false);
});

test("notices are handed on, messages to the page go out under their own conversation", async () => {
  const notices: unknown[] = [];
  const { conversation, posted, send } = setUp({ notify: (id, argument) => notices.push([id, argument]) });
  send("ContextActivationManager_notifyHost", ["addin1", 16, "F2"]);
  conversation.notifyPage(25, { eventName: "x", message: "y" });
  await settle();
  expect(notices).toEqual([[16, "F2"]]);
  expect(posted.find((message) => message._messageType === 0)).toMatchObject({ _actionName: "Office_notifyAgave", _conversationId: "conv1_ntf", _data: [25, { eventName: "x", message: "y" }] });
});

test("a closed conversation says nothing more, but what follows an answer still happens", async () => {
  let sent = false;
  const { conversation, posted, send } = setUp({ execute: async () => ({ data: { Error: 0 }, sent: () => (sent = true) }) });
  send("executeMethod", { DdaMethod: { DispatchId: 93 } });
  conversation.close();
  await settle();
  expect(posted).toEqual([]);
  expect(sent).toBe(true);
});

describe("what the host says of itself", () => {
  const info = { locale: "de-DE", isDialog: false };

  test("host info: eight fields, shared runtime with custom functions", () => {
    expect(decodeURIComponent(hostInfoText(info)).split("$")).toEqual(["Excel", "Web", "16.00", "de-DE", "workbench", "", "disableLogging", "3"]);
    expect(decodeURIComponent(hostInfoText({ ...info, isDialog: true })).split("$")[5]).toBe("isDialog");
  });

  test("the window name is JSON with the conversation, the instance and the host's origin", () => {
    expect(JSON.parse(windowName("conv1", "addin1", "https://localhost:3000", info))).toMatchObject({
      baseFrameName: "_xdm_conv1",
      xdmInfo: "conv1|addin1|https://localhost:3000",
      serializerVersion: "1",
    });
  });

  test("the app context names settings, mode and requirement sets as texts", () => {
    const context = appContext({
      instanceId: "addin1",
      locale: "en-US",
      documentUrl: "book.xlsx",
      addinUrl: "https://localhost/pane.html",
      addinName: "KAM",
      readOnly: true,
      reason: "documentOpened",
      displayMode: DisplayMode.taskpane,
      appDomains: [],
      settings: [["a", "1"]],
      window: { width: 1000, height: 800 },
    });
    expect(context).toMatchObject({ _id: "addin1", _appName: 16, _appVersion: "16.00", _clientMode: 0, _settings: [["a", "1"]], _reason: "documentOpened" });
    expect(JSON.parse(context._requirementMatrix as string)).toEqual(REQUIREMENT_SETS);
    expect(Object.values(REQUIREMENT_SETS).every((version) => /^\d+\.\d+$/.test(version))).toBe(true);
    expect(REQUIREMENT_SETS).not.toHaveProperty("RedirectV1Api");
  });
});
