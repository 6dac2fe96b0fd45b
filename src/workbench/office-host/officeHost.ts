import { AddinFrame } from "./channel/addinFrame";
import { appContext, DisplayMode } from "./channel/appContext";
import type { Answer, Conversation, ConversationHandlers } from "./channel/conversation";
import { DIALOG_MESSAGE, Dialogs, MESSAGE_CHILD_DISPATCH_ID } from "./channel/dialogs";
import { commonApi } from "./commonApi";
import { deferred, renewed } from "./deferred";
import { CLOSE_FILE_DISPATCH_ID, DocumentCopies, GET_FILE_DISPATCH_ID, GET_SLICE_DISPATCH_ID } from "./documentCopies";
import { Faults } from "./faults";
import { CustomFunctionBroker } from "./functions/broker";
import { CUSTOM_FUNCTIONS_SERVICE, CustomFunctions } from "./functions/service";
import type { HostObject } from "./hostObject";
import { ObjectEvents, OBJECT_EVENT_CATEGORY, type RichApiMessageEntry } from "./objectEvents";
import { OfficeError } from "./officeErrors";
import type { OfficeHostOptions } from "./officeHostOptions";
import { RICH_API_DISPATCH_ID, RichApiEndpoint } from "./rich-api/endpoint";
import { RichApiEngine } from "./rich-api/engine";
import { COMMAND_COMPLETED_DISPATCH_ID, type CommandOutcome, RibbonCommands } from "./ribbon/commands";
import { RibbonState } from "./ribbon/ribbonState";
import { DYNAMIC_RIBBON_SERVICE, DynamicRibbon } from "./ribbon/services";
import { ACTION_SERVICE, ActionService, Shortcuts } from "./ribbon/shortcuts";
import {
  ADDIN_INTERNAL_SERVICE,
  AddinInternalService,
  APP_RUNTIME_PERSISTENCE_SERVICE,
  APP_RUNTIME_SERVICE,
  AppRuntimePersistenceService,
  AppRuntimeService,
  type PaneState,
} from "./services";
import { type Traffic, TrafficMeter } from "./traffic";
import { WacWorkbook } from "./wacWorkbook";

const RICH_API_MESSAGE = "richApiMessage";
const VISIBILITY_CHANGED = 65539;

/** Plays Excel on the web for one add-in: everything between the page's spreadsheet and office.js in the add-in's frame. */
export class OfficeHost {
  readonly ribbon: RibbonState;
  readonly shortcuts: Shortcuts;
  readonly functions: CustomFunctionBroker;
  readonly faults = new Faults();
  readonly engine: RichApiEngine;
  /** Where what happened in the workbook is reported, by the object model and by the page. */
  readonly events: ObjectEvents;
  readonly #options: OfficeHostOptions;
  readonly #locale: string;
  readonly #frame: AddinFrame;
  readonly #endpoint: RichApiEndpoint;
  readonly #commands: RibbonCommands;
  readonly #dialogs: Dialogs;
  readonly #copies: DocumentCopies;
  readonly #meter = new TrafficMeter();
  readonly #commonApi: ReturnType<typeof commonApi>;
  readonly #startup = { startState: "Inactive" };
  #pane: PaneState = "Visible";
  #ready = deferred();
  #functionsReady = deferred();
  #booted = false;
  #editEnded: (() => void)[] = [];

  constructor(options: OfficeHostOptions) {
    const { spreadsheet, manifest, settings, documentUrl, resolve } = options;
    this.#options = options;
    this.#locale = options.locale ?? "en-US";
    const isReadOnly = () => options.readOnly ?? false;
    this.events = new ObjectEvents({
      send: (entries) => this.#endpoint.afterAnswer(() => this.#send(entries)),
      sendDocumentEvent: (name) => this.#endpoint.afterAnswer(() => this.#conversation?.raise(name, {})),
    });
    settings.onChanged = () => this.#endpoint.afterAnswer(() => this.#conversation?.raise("settingsChanged", {}));
    this.#copies = new DocumentCopies(options.saveFile);
    this.ribbon = new RibbonState(manifest);
    this.shortcuts = new Shortcuts(options.shortcuts);
    this.functions = new CustomFunctionBroker({
      namespace: manifest.namespace,
      metadata: options.functions,
      send: (entries) => this.#send(entries),
      recalculate: (all) => spreadsheet.recalculate(all),
      hasFormula: (cell) =>
        // The sheet may be gone by now, with the workbook it was of.
        spreadsheet.sheets().some(({ id }) => id === cell.sheetId) && String(spreadsheet.formulas({ ...cell, rowCount: 1, columnCount: 1 })[0]?.[0] ?? "").startsWith("="),
      addressOf: options.addressOf,
      blank: options.blank ?? "",
    });
    const service = this.#services();
    const wac = new WacWorkbook(options.newWorkbook);
    const settled = () => (spreadsheet.isPending() ? spreadsheet.recalculate() : undefined);
    const shared = { service, settled, registrations: this.events, ...(options.onUnexpected ? { onUnexpected: options.onUnexpected } : {}) };
    this.engine = new RichApiEngine({ root: options.workbook(this.events), ...shared });
    this.#endpoint = new RichApiEndpoint({
      workbook: this.engine,
      hostServices: new RichApiEngine({ root: () => wac, ...shared }),
      document: { isReadOnly, isEditing: () => spreadsheet.isEditing(), editEnded: () => new Promise((done) => this.#editEnded.push(done)) },
      traffic: this.#meter,
      faults: this.faults,
    });
    this.#commonApi = commonApi({ spreadsheet, settings, documentUrl, isReadOnly, resolve });
    this.#commands = new RibbonCommands({
      state: this.ribbon,
      ready: () => this.#ready.promise,
      raise: (name, data) => this.#conversation?.raise(name, data),
      send: (entries) => this.#send(entries),
      showPane: () => this.showPane(true),
    });
    this.#dialogs = new Dialogs(options.dialogPlace, this.#locale, (instanceId) => () => this.#context(instanceId, DisplayMode.dialog), () => this.#conversation);
    this.#frame = new AddinFrame({
      container: options.pane,
      url: options.addinUrl,
      title: manifest.displayName,
      info: { locale: this.#locale, isDialog: false },
      handlers: (instanceId) => this.#handlers(instanceId),
    });
    spreadsheet.registerFunctions(this.functions.functions());
  }

  /** Runs work when the request in work is answered. */
  afterAnswer(work: () => void): void {
    this.#endpoint.afterAnswer(work);
  }

  /**
   * Loads the add-in; resolves when its functions and commands can be called. Rejects when the page has not started
   * office.js within the time (default one minute).
   */
  async start(timeoutMilliseconds = 60_000): Promise<void> {
    this.#frame.load();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      const message = `The add-in page ${this.#options.addinUrl} has not started office.js within ${timeoutMilliseconds / 1000} s. Does it load, and does it include office.js?`;
      timer = setTimeout(() => reject(new Error(message)), timeoutMilliseconds);
    });
    try {
      await Promise.race([Promise.all([this.#ready.promise, this.#functionsReady.promise]), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Takes the add-in's frame away. Formulas that wait for it show `#BUSY!` until another is loaded. */
  stop(): void {
    this.#forgetPage();
    this.#frame.unload();
  }

  /** Whatever belongs to a page that is gone: its handlers, references, dialog and unanswered calls. */
  #forgetPage(): void {
    this.#dialogs.close();
    this.functions.disconnect();
    this.events.clear();
    this.engine.references.releaseAll();
    this.#ready = renewed(this.#ready);
    this.#functionsReady = renewed(this.#functionsReady);
    this.#booted = false;
  }

  /** Loads the add-in afresh, in a conversation of its own. */
  async reload(): Promise<void> {
    this.stop();
    await this.start();
  }

  /** Presses a button of the ribbon or the context menu by its id in the manifest. */
  press(controlId: string): Promise<CommandOutcome> {
    return this.#commands.press(controlId);
  }

  /** Runs an action of `Office.actions`, as a keyboard shortcut does. */
  runAction(actionId: string, argument?: unknown): Promise<void> {
    return this.#commands.runAction(actionId, argument);
  }

  /** Runs the action of a combination of keys (`Ctrl+Alt+K`, see `keysOf`); false when it has none. */
  pressKeys(keys: string): boolean {
    const action = this.shortcuts.actionOf(keys);
    if (action === undefined) return false;
    void this.runAction(action);
    return true;
  }

  showPane(visible: boolean): void {
    const state = visible ? "Visible" : "Background";
    this.#options.showPane(visible);
    if (state === this.#pane) return;
    this.#pane = state;
    const message = JSON.stringify({ visibility: visible ? "Visible" : "Hidden" });
    this.#endpoint.afterAnswer(() => this.#send([[OBJECT_EVENT_CATEGORY, VISIBILITY_CHANGED, "", message, null, false]]));
  }

  traffic(): Traffic {
    return this.#meter.read();
  }

  resetTraffic(): void {
    this.#meter.reset();
  }

  /** The page tells that the person has left a cell: requests that waited for it go on. */
  editEnded(): void {
    const waiting = this.#editEnded;
    this.#editEnded = [];
    for (const go of waiting) go();
  }

  get #conversation(): Conversation | undefined {
    return this.#frame.conversation;
  }

  #send(entries: readonly RichApiMessageEntry[]): void {
    this.#conversation?.raise(RICH_API_MESSAGE, { ArrayData: entries });
  }

  #handlers(instanceId: string): ConversationHandlers {
    return {
      appContext: () => {
        // The page has loaded itself again inside its frame.
        if (this.#booted) this.#forgetPage();
        this.#booted = true;
        return this.#context(instanceId, this.#pane === "Visible" ? DisplayMode.taskpane : DisplayMode.hidden);
      },
      notify: () => undefined,
      execute: (dispatchId, data) => this.#execute(dispatchId, data),
      registered: (name, target) => (name === DIALOG_MESSAGE ? this.#dialogs.open(target) : 0),
      unregistered: (name) => {
        if (name === DIALOG_MESSAGE) this.#dialogs.close();
        return 0;
      },
    };
  }

  async #execute(dispatchId: number, data: Readonly<Record<string, unknown>>): Promise<Answer> {
    switch (dispatchId) {
      case RICH_API_DISPATCH_ID:
        return this.#endpoint.answer(data.ArrayData as readonly unknown[]);
      case COMMAND_COMPLETED_DISPATCH_ID:
        return this.#commands.completed(data);
      case MESSAGE_CHILD_DISPATCH_ID:
        return this.#dialogs.messageChild(data);
      case GET_FILE_DISPATCH_ID:
        return this.#copies.open(data);
      case GET_SLICE_DISPATCH_ID:
        return this.#copies.slice(data);
      case CLOSE_FILE_DISPATCH_ID:
        return this.#copies.close(data);
      default:
        return this.#commonApi[dispatchId]?.(data) ?? { data: { Error: OfficeError.unsupported } };
    }
  }

  #context(instanceId: string, displayMode: number): Readonly<Record<string, unknown>> {
    const { settings, manifest, addinUrl, documentUrl, readOnly } = this.#options;
    return appContext({
      instanceId,
      locale: this.#locale,
      documentUrl,
      addinUrl,
      addinName: manifest.displayName,
      readOnly: readOnly ?? false,
      reason: "documentOpened",
      displayMode,
      appDomains: manifest.appDomains,
      settings: settings.entries(),
      window: { width: window.innerWidth, height: window.innerHeight },
    });
  }

  #services(): (typeName: string) => HostObject | undefined {
    const services: Readonly<Record<string, HostObject>> = {
      [ADDIN_INTERNAL_SERVICE]: new AddinInternalService(() => this.#ready.resolve()),
      [APP_RUNTIME_SERVICE]: new AppRuntimeService({ state: () => this.#pane, show: (visible) => this.showPane(visible) }),
      [APP_RUNTIME_PERSISTENCE_SERVICE]: new AppRuntimePersistenceService(this.#startup),
      [ACTION_SERVICE]: new ActionService(this.shortcuts),
      [DYNAMIC_RIBBON_SERVICE]: new DynamicRibbon(this.ribbon),
      [CUSTOM_FUNCTIONS_SERVICE]: new CustomFunctions({
        connect: () => {
          this.functions.connect();
          this.#functionsReady.resolve();
        },
        receive: (results) => this.functions.receive(results),
      }),
    };
    return (typeName) => services[typeName];
  }
}
