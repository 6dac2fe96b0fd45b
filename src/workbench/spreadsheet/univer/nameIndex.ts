import type { IDefinedNamesService, IDefinedNamesServiceParam as Entry } from "@univerjs/engine-formula";
import { wordsOf } from "../formulaWords";

/** The component's word for a name that belongs to the whole workbook. */
export const WHOLE_WORKBOOK = "AllDefaultWorkbook";

/** The parts of the component's service that go through all names at each change; they are not public. */
interface Service {
  _updateCache: (unitId: string) => void;
  _update: (event: Change) => void;
}
interface Change {
  readonly type: "update" | "remove";
  readonly unitId: string;
  readonly definedNames: readonly Entry[];
}

interface Found {
  readonly byEngineName: ReadonlyMap<string, Entry>;
  readonly bySheet: ReadonlyMap<string | undefined, ReadonlyMap<string, Entry>>;
  /** Names by a word, in upper case, that stands in what they stand for. */
  readonly byWord: ReadonlyMap<string, readonly Entry[]>;
}

/**
 * Finds names without going through all of them: a workbook of two hundred copied sheets has thousands. The
 * component makes its own list anew at each change and tells everybody of each name; here both happen once for all
 * changes that come together.
 */
export class NameIndex {
  readonly #service: IDefinedNamesService;
  readonly #workbookId: string;
  readonly #words = new WeakMap<Entry, readonly string[]>();
  #found: Found | undefined;
  #untold: Change[] = [];

  constructor(service: IDefinedNamesService, workbookId: string) {
    this.#service = service;
    this.#workbookId = workbookId;
    const inner = service as unknown as Service;
    inner._updateCache = () => {
      this.#found = undefined;
    };
    service.getValueByName = (unitId, name) => (unitId === workbookId ? (this.#all.byEngineName.get(name.toLowerCase()) ?? null) : null);
    const tell = inner._update.bind(service);
    inner._update = (change) => {
      this.#untold.push(change);
      if (this.#untold.length === 1) queueMicrotask(() => this.#tell(tell));
    };
  }

  get entries(): readonly Entry[] {
    return Object.values(this.#service.getDefinedNameMap(this.#workbookId) ?? {});
  }

  ofSheet(sheetId: string | undefined): readonly Entry[] {
    return [...(this.#all.bySheet.get(sheetId)?.values() ?? [])];
  }

  find(name: string, sheetId: string | undefined): Entry | undefined {
    return this.#all.bySheet.get(sheetId)?.get(name.toUpperCase());
  }

  byEngineName(name: string): Entry | undefined {
    return this.#all.byEngineName.get(name.toLowerCase());
  }

  /** The sheets that have a name of their own like this. */
  sheetsWith(name: string): string[] {
    const key = name.toUpperCase();
    return [...this.#all.bySheet].flatMap(([sheetId, names]) => (sheetId !== undefined && names.has(key) ? [sheetId] : []));
  }

  /** The words with the names, in upper case, that are made with them, however indirectly. */
  withMadeOf(words: Iterable<string>): ReadonlySet<string> {
    const all = new Set(words);
    // The set grows while it is walked.
    for (const word of all) for (const { name } of this.#all.byWord.get(word) ?? []) all.add(name.toUpperCase());
    return all;
  }

  get #all(): Found {
    return (this.#found ??= this.#read());
  }

  #read(): Found {
    const byEngineName = new Map<string, Entry>();
    const bySheet = new Map<string | undefined, Map<string, Entry>>();
    const byWord = new Map<string, Entry[]>();
    for (const entry of this.entries) {
      byEngineName.set(entry.name.toLowerCase(), entry);
      const sheetId = sheetOf(entry);
      const names = bySheet.get(sheetId) ?? new Map<string, Entry>();
      bySheet.set(sheetId, names.set(shownName(entry.name).toUpperCase(), entry));
      const words = this.#words.get(entry) ?? [...wordsOf(entry.formulaOrRefString)];
      this.#words.set(entry, words);
      for (const word of words) {
        const users = byWord.get(word);
        if (users) users.push(entry);
        else byWord.set(word, [entry]);
      }
    }
    return { byEngineName, bySheet, byWord };
  }

  #tell(tell: (change: Change) => void): void {
    const changes = this.#untold;
    this.#untold = [];
    for (const type of ["remove", "update"] as const) {
      const definedNames = changes.filter((change) => change.type === type).flatMap((change) => change.definedNames);
      if (definedNames.length > 0) tell({ type, unitId: this.#workbookId, definedNames });
    }
  }
}

/** Undefined for names of the workbook. */
export function sheetOf(entry: Entry): string | undefined {
  return entry.localSheetId && entry.localSheetId !== WHOLE_WORKBOOK ? entry.localSheetId : undefined;
}

/** The name as people know it: those of one sheet are kept under a name of their own. */
export function shownName(engineName: string): string {
  return engineName.replace(/^_L\d+_/, "");
}
