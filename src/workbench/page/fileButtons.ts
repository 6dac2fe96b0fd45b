import { HostError } from "../office-host/hostObject";
import { checkSize } from "../xlsx/package/zip";
import type { Messages } from "./messages";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export interface SavedFile {
  readonly bytes: Uint8Array;
  readonly losses: readonly string[];
}

export interface FileActions {
  readonly open: (bytes: Uint8Array, fileName: string) => Promise<readonly string[]>;
  readonly save: () => Promise<SavedFile>;
  readonly fileName: () => string;
}

export interface FileElements {
  readonly openButton: HTMLElement;
  readonly saveButton: HTMLElement;
  readonly input: HTMLInputElement;
  /** Where a file may be dropped. */
  readonly dropZone: HTMLElement;
}

/** Why a file was not opened, in words for a person. */
export function refusalText(fileName: string, error: unknown): string {
  const reason = error instanceof HostError ? error.message : `It could not be read: ${error instanceof Error ? error.message : String(error)}.`;
  return `${fileName} was not opened; the open workbook is as it was. ${reason}`;
}

/** Hands a saved workbook to the person, with what it does not hold shown on screen. */
export function handOver({ bytes, losses }: SavedFile, fileName: string, messages: Messages): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes.slice()], { type: XLSX }));
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
  if (losses.length > 0) messages.note("The workbook is saved. Not in the file:", losses);
}

/** Opening by button or drop and saving, with what was lost on the way shown on screen. */
export function connectFileButtons(elements: FileElements, actions: FileActions, messages: Messages): void {
  async function open(file: File): Promise<void> {
    try {
      // Before a browser tries to hold it.
      checkSize(file.size);
      const losses = await actions.open(new Uint8Array(await file.arrayBuffer()), file.name);
      if (losses.length > 0) messages.note(`${file.name} is open. Not taken over:`, losses);
      else messages.clear();
    } catch (error) {
      messages.failure(refusalText(file.name, error));
    }
  }

  async function save(): Promise<void> {
    handOver(await actions.save(), actions.fileName(), messages);
  }

  elements.openButton.addEventListener("click", () => elements.input.click());
  elements.input.addEventListener("change", () => {
    const [file] = elements.input.files ?? [];
    elements.input.value = "";
    if (file) void open(file);
  });
  elements.saveButton.addEventListener("click", () => void save().catch((error: unknown) => messages.failure(`The workbook could not be saved: ${String(error)}`)));
  elements.dropZone.addEventListener("dragover", (event) => event.preventDefault());
  elements.dropZone.addEventListener("drop", (event) => {
    event.preventDefault();
    const [file] = event.dataTransfer?.files ?? [];
    if (file) void open(file);
  });
}
