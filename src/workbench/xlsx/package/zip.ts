import { inflateSync, zipSync } from "fflate";
import { damaged, WorkbookFileError } from "./fileError";

/** The files inside a workbook file by their path (`xl/workbook.xml`). */
export type Parts = Map<string, Uint8Array>;

/** More than this unpacked does not fit a browser tab beside the grid, and no workbook of the planner comes near it. */
export const MAX_UNPACKED = 300 * 1024 * 1024;
/** A workbook has some dozens of parts; a file with more than this is made to exhaust memory. */
const MAX_PARTS = 10_000;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
/** Magic number of OLE compound files: old .xls and every password-protected .xlsx. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

interface Entry {
  readonly path: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

/**
 * Unpacks the parts of a workbook file. Sizes are checked before anything is unpacked and no part may become larger
 * than its directory says, so a small file cannot fill the memory.
 */
export function unpack(bytes: Uint8Array): Parts {
  checkSize(bytes.length);
  checkKind(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = directory(bytes, view);
  const total = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (total > MAX_UNPACKED || entries.length > MAX_PARTS) {
    throw new WorkbookFileError(
      "FileTooLarge",
      `The file unpacks to ${megabytes(total)} MB in ${entries.length} parts, the workbench opens up to ${megabytes(MAX_UNPACKED)} MB in ${MAX_PARTS} parts. ` +
        "Remove sheets that are not needed and save it again.",
    );
  }
  return new Map(entries.map((entry) => [entry.path, content(bytes, view, entry)]));
}

/** A packed file is never larger than it unpacks to, so one above the limit needs no reading. */
export function checkSize(bytes: number): void {
  if (bytes <= MAX_UNPACKED) return;
  throw new WorkbookFileError("FileTooLarge", `The file has ${megabytes(bytes)} MB, the workbench opens up to ${megabytes(MAX_UNPACKED)} MB. Remove sheets that are not needed and save it again.`);
}

/** `level` 0 only puts the parts together, for a reader in the same page. */
export function pack(parts: Parts, level: 0 | 6 = 6): Uint8Array {
  // The content types come first, as readers that stream expect.
  const order = ["[Content_Types].xml", ...[...parts.keys()].filter((path) => path !== "[Content_Types].xml")];
  const files = Object.fromEntries(order.map((path) => [path, parts.get(path) ?? new Uint8Array()]));
  return zipSync(files, { level, mtime: new Date(1980, 0, 1) });
}

function megabytes(count: number): number {
  return Math.round(count / 1024 / 1024);
}

function checkKind(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new WorkbookFileError("FileEmpty", "The file is empty (0 bytes). Choose a workbook saved by Excel.");
  if (OLE.every((byte, index) => bytes[index] === byte)) {
    if (includesUtf16(bytes, "EncryptedPackage")) {
      throw new WorkbookFileError("FileEncrypted", "The file is protected with a password. Take the password off in Excel (File > Info > Protect Workbook) and open it again.");
    }
    throw new WorkbookFileError("FileNotWorkbook", "The file is in the old format of Excel 97-2003 (.xls). Save it as an Excel Workbook (.xlsx) and open that.");
  }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    const start = [...bytes.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
    throw new WorkbookFileError("FileNotWorkbook", `The file is no Excel workbook: it starts with the bytes ${start}, a workbook (.xlsx) with 50 4b. Save it as an Excel Workbook (.xlsx) and open that.`);
  }
}

function includesUtf16(bytes: Uint8Array, text: string): boolean {
  const wanted = [...text].flatMap((character) => [character.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(wanted[0] as number); at !== -1; at = bytes.indexOf(wanted[0] as number, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

function directory(bytes: Uint8Array, view: DataView): Entry[] {
  // The record of the directory's end is the last thing in the file but for a comment of at most 65,535 bytes.
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END_OF_DIRECTORY) end = end > bytes.length - 22 - 65_535 ? end - 1 : -1;
  if (end < 0) throw damaged("its end is missing, it may have been cut off while copying or downloading");
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw damaged(`entry ${index + 1} of its ${count} parts cannot be read`);
    const [nameLength, extra, comment] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    const path = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replace(/\\/g, "/");
    if (view.getUint16(at + 8, true) & 1) throw new WorkbookFileError("FileEncrypted", "The file is a ZIP archive with a password. Unpack it and save the workbook without a password.");
    const entry = {
      path,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    if (!path.endsWith("/")) entries.push(entry);
    at += 46 + nameLength + extra + comment;
  }
  return entries;
}

function content(bytes: Uint8Array, view: DataView, entry: Entry): Uint8Array {
  const { path, offset, method } = entry;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_HEADER) throw damaged(`the part ${path} is missing`);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const packed = bytes.subarray(start, start + entry.packed);
  if (packed.length !== entry.packed) throw damaged(`the part ${path} is cut off`);
  const unpacked = method === 0 ? packed : inflated(packed, entry);
  if (unpacked.length !== entry.unpacked || crc32(unpacked) !== entry.crc) throw damaged(`the part ${path} has changed since it was saved`);
  return unpacked;
}

function inflated(packed: Uint8Array, entry: Entry): Uint8Array {
  if (entry.method !== 8) throw damaged(`the part ${entry.path} is packed by the unknown method ${entry.method}`);
  try {
    return inflateSync(packed, { out: new Uint8Array(entry.unpacked) });
  } catch {
    throw damaged(`the part ${entry.path} cannot be unpacked`);
  }
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let index = 0; index < bytes.length; index++) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ (bytes[index] as number)) & 0xff] as number);
  return (crc ^ 0xffffffff) >>> 0;
}
