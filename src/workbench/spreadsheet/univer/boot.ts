import { LocaleType, LogLevel, merge, Univer, UniverInstanceType, type Injector, type Plugin, type PluginCtor, type Workbook } from "@univerjs/core";
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/preset-sheets-conditional-formatting";
import conditionalFormattingLocale from "@univerjs/preset-sheets-conditional-formatting/locales/en-US";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import coreLocale from "@univerjs/preset-sheets-core/locales/en-US";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import dataValidationLocale from "@univerjs/preset-sheets-data-validation/locales/en-US";
import { UniverSheetsFilterPreset } from "@univerjs/preset-sheets-filter";
import filterLocale from "@univerjs/preset-sheets-filter/locales/en-US";
import { UniverSheetsHyperLinkPreset } from "@univerjs/preset-sheets-hyper-link";
import hyperLinkLocale from "@univerjs/preset-sheets-hyper-link/locales/en-US";
import { UniverSheetsNotePreset } from "@univerjs/preset-sheets-note";
import noteLocale from "@univerjs/preset-sheets-note/locales/en-US";
import { UniverSheetsSortPreset } from "@univerjs/preset-sheets-sort";
import sortLocale from "@univerjs/preset-sheets-sort/locales/en-US";
import { UniverSheetsTablePreset } from "@univerjs/preset-sheets-table";
import tableLocale from "@univerjs/preset-sheets-table/locales/en-US";
import { CalculationMode } from "@univerjs/sheets-formula";
import "@univerjs/preset-sheets-core/lib/index.css";
import "@univerjs/preset-sheets-conditional-formatting/lib/index.css";
import "@univerjs/preset-sheets-data-validation/lib/index.css";
import "@univerjs/preset-sheets-filter/lib/index.css";
import "@univerjs/preset-sheets-hyper-link/lib/index.css";
import "@univerjs/preset-sheets-note/lib/index.css";
import "@univerjs/preset-sheets-sort/lib/index.css";
import "@univerjs/preset-sheets-table/lib/index.css";
import "./fonts.css";
import { blankWorkbook } from "./blankWorkbook";
import { compareWithoutIndex } from "./compareWithoutIndex";
import { indexExactMatches } from "./engine/lookUp";
import { keepReferenceSheet } from "./keepReferenceSheet";

type PluginEntry = PluginCtor<Plugin> | readonly [PluginCtor<Plugin>, unknown?];

/** What the presets do not let one choose: no label over the cells above a table. */
const CONFIGURATION: Readonly<Record<string, object>> = { SHEET_TABLE_UI_PLUGIN: { hideAnchor: true } };

export interface Engine {
  readonly injector: Injector;
  readonly workbook: Workbook;
}

/** Starts the grid component in an element and opens a workbook with one blank sheet. */
export function boot(container: HTMLElement, replaceServices: (injector: Injector) => void): Engine {
  keepReferenceSheet();
  compareWithoutIndex();
  indexExactMatches();
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: {
      [LocaleType.EN_US]: merge({}, coreLocale, conditionalFormattingLocale, dataValidationLocale, filterLocale, hyperLinkLocale, noteLocale, sortLocale, tableLocale),
    },
    logLevel: LogLevel.ERROR,
  });
  const presets: { plugins: unknown[] }[] = [
    UniverSheetsCorePreset({
      container,
      header: true,
      toolbar: false,
      formulaBar: true,
      footer: { sheetBar: true, statisticBar: false, menus: false, zoomSlider: true },
      contextMenu: true,
      disableAutoFocus: true,
      disableTextFormatAlert: true,
      disableTextFormatMark: true,
      formula: { initialFormulaComputing: CalculationMode.NO_CALCULATION },
    }),
    UniverSheetsConditionalFormattingPreset(),
    UniverSheetsDataValidationPreset(),
    UniverSheetsFilterPreset(),
    UniverSheetsHyperLinkPreset(),
    UniverSheetsNotePreset(),
    UniverSheetsSortPreset(),
    UniverSheetsTablePreset(),
  ];
  const started = new Set<string>();
  for (const entry of presets.flatMap((preset) => preset.plugins as PluginEntry[])) {
    const [plugin, config] = "length" in entry && Array.isArray(entry) ? (entry as readonly [PluginCtor<Plugin>, unknown?]) : [entry as PluginCtor<Plugin>, undefined];
    // Two presets may bring the same plugin; the component refuses to register one twice.
    if (started.has(plugin.pluginName)) continue;
    started.add(plugin.pluginName);
    univer.registerPlugin(plugin, (CONFIGURATION[plugin.pluginName] ?? config) as ConstructorParameters<typeof plugin>[0]);
  }
  const workbook = univer.createUnit<ReturnType<typeof blankWorkbook>, Workbook>(UniverInstanceType.UNIVER_SHEET, blankWorkbook("Sheet1"));
  const injector = univer.__getInjector();
  replaceServices(injector);
  return { injector, workbook };
}
