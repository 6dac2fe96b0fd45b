import type { Area, CellValue, Spreadsheet } from "../spreadsheet/spreadsheet";
import type { Answer } from "./channel/conversation";
import type { DocumentSettings } from "./documentSettings";
import { OfficeError } from "./officeErrors";

export interface CommonApiOptions {
  readonly spreadsheet: Pick<Spreadsheet, "selection" | "values" | "texts" | "write" | "mayEdit" | "select" | "activateSheet">;
  readonly settings: DocumentSettings;
  readonly documentUrl: string;
  readonly isReadOnly: () => boolean;
  /** The cells of an address or a name, undefined when there are none. */
  readonly resolve: (reference: string) => Area | undefined;
}

type Data = Readonly<Record<string, unknown>>;

const FORMATTED = "formatted";

/** Calls of the API that all Office applications share, by dispatch id. */
export function commonApi(options: CommonApiOptions): Readonly<Record<number, (data: Data) => Answer>> {
  const { spreadsheet, settings } = options;

  function getSelectedData(data: Data): Answer {
    const { ValueFormat } = (data.DdaGetBindingData ?? {}) as { readonly ValueFormat?: unknown };
    const area = spreadsheet.selection()[0];
    if (!area) return failed(OfficeError.unsupported);
    return done({ Data: ValueFormat === FORMATTED ? spreadsheet.texts(area) : spreadsheet.values(area) });
  }

  function setSelectedData(data: Data): Answer {
    if (options.isReadOnly()) return failed(OfficeError.documentReadOnly);
    const { Data: written } = (data.DdaSetBindingData ?? {}) as { readonly Data?: unknown };
    const values = rowsOf(written);
    const selected = spreadsheet.selection()[0];
    if (!values || !selected) return failed(OfficeError.cannotWriteToSelection);
    const area: Area = { ...selected, rowCount: values.length, columnCount: values[0]?.length ?? 0 };
    // Into one cell a block of any size may go; a larger selection has to have the block's shape.
    const fits = selected.rowCount * selected.columnCount === 1 || (selected.rowCount === area.rowCount && selected.columnCount === area.columnCount);
    if (!fits) return failed(OfficeError.dataDoesNotMatchSelection);
    if (!spreadsheet.mayEdit(area)) return failed(OfficeError.accessDenied);
    spreadsheet.write(area, values.map((row) => row.map((value) => (value === null ? undefined : inputOf(value)))));
    return done();
  }

  function goTo(data: Data): Answer {
    const { Id } = (data.DdaGoToByIdMethod ?? {}) as { readonly Id?: string };
    const area = options.resolve(String(Id ?? ""));
    if (!area) return failed(OfficeError.cannotNavigate);
    spreadsheet.activateSheet(area.sheetId);
    spreadsheet.select([area]);
    return done();
  }

  function saveSettings(data: Data): Answer {
    const { Properties } = (data.DdaSettingsMethod ?? {}) as { readonly Properties?: readonly (readonly [string, string])[] };
    settings.replaceAll(Properties ?? []);
    return done();
  }

  return {
    64: getSelectedData,
    65: setSelectedData,
    75: () => done({ Properties: { Settings: settings.entries().map(([Name, Value]) => ({ Name, Value })) } }),
    76: saveSettings,
    82: goTo,
    86: () => done({ "0": { "1": options.documentUrl } }),
    // There is nobody to sign in as.
    98: () => failed(OfficeError.identityUnsupported),
    99: () => failed(OfficeError.identityUnsupported),
  };
}

function done(result: Data = {}): Answer {
  return { data: { Error: 0, ...result } };
}

function failed(error: number): Answer {
  return { data: { Error: error } };
}

type Written = CellValue | null;

/** Rows of a matrix, or of a table (`{ headers, rows }`) with its header on top; undefined for anything else. */
function rowsOf(data: unknown): readonly (readonly Written[])[] | undefined {
  if (Array.isArray(data)) return data.every((row) => Array.isArray(row)) ? (data as Written[][]) : undefined;
  const { Headers, Rows, headers, rows } = (data ?? {}) as Readonly<Record<string, Written[][] | undefined>>;
  const body = Rows ?? rows;
  const head = Headers ?? headers;
  return body && [...(head ?? []), ...body];
}

function inputOf(value: CellValue) {
  return typeof value === "string" && value.startsWith("=") ? { formula: value } : { value };
}
