/**
 * What the host says of itself when an add-in boots. Add-ins test these sets before they call newer members, so
 * ExcelApi names the version whose commonly used members the object model answers.
 */
export const REQUIREMENT_SETS: Readonly<Record<string, string>> = {
  ExcelApi: "1.17",
  ExcelApiOnline: "1.1",
  SharedRuntime: "1.1",
  CustomFunctionsRuntime: "1.4",
  // Internal sets: they choose the form of messages (array results, error codes) and enable update() and retrieve().
  CustomFunctions: "1.9",
  RichApiRuntime: "1.2",
  DelayForCellEdit: "1.1",
  RibbonApi: "1.1",
  DialogApi: "1.2",
  KeyboardShortcuts: "1.1",
  Settings: "1.1",
  DocumentEvents: "1.1",
  Selection: "1.1",
  MatrixCoercion: "1.1",
  TextCoercion: "1.1",
  TableCoercion: "1.1",
  CustomXmlParts: "1.1",
  File: "1.1",
};

/** Version the host reports as `Office.context.diagnostics.version`; office.js caps the web at 16.00. */
export const HOST_VERSION = "16.0.18000.42312";

/** Flags of the host info: shared runtime (1) and custom functions (2). */
const RUNTIME_FLAGS = 3;

/** AppName number of Excel on the web in office.js. */
const EXCEL_WEB = 16;

export type StartReason = "documentOpened" | "inserted";
export const DisplayMode = { unknown: 0, hidden: 1, taskpane: 2, dialog: 3 } as const;

export interface HostInfo {
  /** Locale of office.js's own texts and of displayLanguage. */
  readonly locale: string;
  readonly isDialog: boolean;
}

/** The eight `$`-separated fields office.js reads from the window name. Telemetry messages are switched off. */
export function hostInfoText({ locale, isDialog }: HostInfo): string {
  const fields = ["Excel", "Web", "16.00", locale, "workbench", isDialog ? "isDialog" : "", "disableLogging", String(RUNTIME_FLAGS)];
  return encodeURIComponent(fields.join("$"));
}

/** The window name from which office.js takes its conversation; it has to be set before the page loads. */
export function windowName(conversationId: string, instanceId: string, hostOrigin: string, info: HostInfo): string {
  return JSON.stringify({
    baseFrameName: `_xdm_${conversationId}`,
    hostInfo: hostInfoText(info),
    xdmInfo: [conversationId, instanceId, hostOrigin].join("|"),
    serializerVersion: "1",
    flights: "[]",
  });
}

export interface AppContextOptions {
  readonly instanceId: string;
  readonly locale: string;
  readonly documentUrl: string;
  readonly addinUrl: string;
  readonly addinName: string;
  readonly readOnly: boolean;
  readonly reason: StartReason;
  readonly displayMode: number;
  /** Origins a dialog may open besides the add-in's own. */
  readonly appDomains: readonly string[];
  /** Name and JSON text of each stored setting. */
  readonly settings: readonly (readonly [string, string])[];
  readonly window: { readonly width: number; readonly height: number };
}

/** Answer to the first message of an add-in; a missing required field would keep it from starting. */
export function appContext(options: AppContextOptions): Readonly<Record<string, unknown>> {
  const requirements = JSON.stringify(REQUIREMENT_SETS);
  return {
    _id: options.instanceId,
    _appName: EXCEL_WEB,
    _appVersion: "16.00",
    _appMinorVersion: 0,
    _appUILocale: options.locale,
    _dataLocale: options.locale,
    _docUrl: options.documentUrl,
    _clientMode: options.readOnly ? 0 : 1,
    _settings: options.settings,
    _reason: options.reason,
    _appInstanceId: options.instanceId,
    _osfControlType: 1,
    _eToken: "",
    _correlationId: options.instanceId,
    _requirementMatrix: requirements,
    _dialogRequirementMatrix: requirements,
    _hostFullVersion: HOST_VERSION,
    _clientWindowHeight: options.window.height,
    _clientWindowWidth: options.window.width,
    _addinName: options.addinName,
    _appDomains: options.appDomains,
    _addInSourceUrl: options.addinUrl,
    _featureGates: {},
    _initialDisplayMode: options.displayMode,
    _hostCustomMessage: "",
  };
}
