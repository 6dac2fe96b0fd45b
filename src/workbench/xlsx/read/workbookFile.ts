import { type FileSheet, type FileWorkbook, readLibrary } from "../library";
import { Losses } from "../losses";
import { damaged, WorkbookFileError } from "../package/fileError";
import { type Relationship, relationships, textOf } from "../package/relationships";
import { child, children, parseXml, type XmlElement } from "../package/xml";
import { pack, type Parts, unpack } from "../package/zip";
import { hideNumberFormats } from "./numberFormats";
import { checkCells, readRows, type RowSettings, type SheetXml, splitSheetXml } from "./sheetXml";

/** One sheet of a file: what the library read, and the XML it was read from for what the library leaves out. */
export interface SheetSource extends SheetXml {
  readonly name: string;
  readonly library: FileSheet;
  readonly rows: ReadonlyMap<number, RowSettings>;
  readonly links: readonly Relationship[];
}

/** A file that was read completely and found good. */
export interface WorkbookFile {
  readonly library: FileWorkbook;
  readonly workbook: XmlElement;
  /** Path of the workbook's part. */
  readonly path: string;
  readonly sheets: readonly SheetSource[];
  /** Number format of each cell format, by its index. */
  readonly formats: readonly string[];
  readonly parts: Parts;
  readonly losses: Losses;
}

/** Reads all of a file before anything is done with it; a bad file throws `WorkbookFileError`. */
export async function readWorkbookFile(bytes: Uint8Array): Promise<WorkbookFile> {
  const parts = unpack(bytes);
  const path = relationships(parts, "").find((relationship) => relationship.kind === "officeDocument")?.target;
  const workbook = workbookElement(parts, path);
  const links = relationships(parts, path as string);
  const losses = new Losses();
  const listed = children(child(workbook, "sheets"), "sheet").flatMap((sheet) => {
    const link = links.find(({ id }) => id === Object.entries(sheet.attributes).find(([name]) => /(^|:)id$/.test(name))?.[1]);
    if (link && link.kind !== "worksheet") losses.add("# sheet that holds no cells (a chart or macro sheet) is left out", "# sheets that hold no cells (chart or macro sheets) are left out");
    return link?.kind === "worksheet" ? [{ name: sheet.attributes["name"] ?? "", path: link.target }] : [];
  });
  if (listed.length === 0) throw damaged("it names no worksheet");
  const xml = listed.map(({ name, path: sheetPath }) => readSheetXml(parts, name, sheetPath));
  const hidden = hideNumberFormats(parts, links.find(({ kind }) => kind === "styles")?.target);
  const library = await readLibrary(
    pack(hidden.parts, 0),
    listed.map(({ name }) => name),
  );
  const sheets = listed.map(({ name, path: sheetPath }, index) => {
    const read = library.sheets[index];
    const source = xml[index];
    if (!read || !source) throw damaged(`sheet ${name} cannot be read`);
    return { name, library: read, ...source, links: relationships(parts, sheetPath) };
  });
  return { library, workbook, path: path as string, sheets, formats: hidden.formats, parts, losses };
}

function workbookElement(parts: Parts, path: string | undefined): XmlElement {
  const bytes = path === undefined ? undefined : parts.get(path);
  if (path === undefined || (!bytes && parts.size > 0 && !parts.has("[Content_Types].xml"))) {
    throw new WorkbookFileError("FileNotWorkbook", "The file is a ZIP archive, but no Excel workbook: it has no workbook part. Choose a file saved as Excel Workbook (.xlsx).");
  }
  if (!bytes) throw damaged(`the part ${path} is missing`);
  if (path.endsWith(".bin")) {
    throw new WorkbookFileError("FileNotWorkbook", "The file is a binary workbook (.xlsb). Save it as an Excel Workbook (.xlsx) and open that.");
  }
  const workbook = parseXml(textOf(bytes), path);
  if (workbook.name !== "workbook") {
    throw new WorkbookFileError("FileNotWorkbook", `The file is an Office file, but no Excel workbook: its main part ${path} holds <${workbook.name}>. Choose a file saved as Excel Workbook (.xlsx).`);
  }
  return workbook;
}

function readSheetXml(parts: Parts, name: string, path: string): SheetXml & { readonly rows: ReadonlyMap<number, RowSettings> } {
  const bytes = parts.get(path);
  if (!bytes) throw damaged(`the part ${path} with sheet ${name} is missing`);
  const source = splitSheetXml(textOf(bytes), path);
  checkCells(source.data, name);
  return { ...source, rows: readRows(source.data, name) };
}
