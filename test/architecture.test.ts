import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

const SRC = resolve(__dirname, "../src");

/** What each folder of src may import besides itself. A folder that is not listed here is unknown and fails. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  functions: ["core"],
  sheets: ["core"],
  app: ["core", "sheets"],
  excel: ["app", "sheets", "core"],
  taskpane: ["app", "sheets", "core"],
  commands: ["app", "excel"],
  workbench: ["sheets"],
  // Runs while the add-in is built, not in it; shows the native formulas as they are made.
  help: ["sheets"],
};

/** Composition roots: the only files that may wire the Excel adapter into the use cases and the pane. */
const COMPOSITION_ROOTS: Readonly<Record<string, readonly string[]>> = {
  "taskpane/index.tsx": ["excel", "commands"],
};

interface SourceFile {
  readonly path: string;
  readonly text: string;
}

function sourceFiles(folder: string): SourceFile[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sourceFiles(path);
    return /\.tsx?$/.test(name) ? [{ path, text: readFileSync(path, "utf8") }] : [];
  });
}

const files = sourceFiles(SRC);
const folderOf = (path: string) => relative(SRC, path).split(/[\\/]/)[0] as string;
const nameOf = (path: string) => relative(SRC, path).replace(/\\/g, "/");

function importsOf(file: SourceFile): string[] {
  const specifiers = [...file.text.matchAll(/(?:from|import|import\()\s*["']([^"']+)["']/g)].map((m) => m[1] as string);
  return specifiers.filter((s) => s.startsWith(".")).map((s) => resolve(dirname(file.path), s));
}

function code(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/\/\/.*$/gm, "");
}

test("every source folder is known", () => {
  const unknown = [...new Set(files.map((f) => folderOf(f.path)))].filter((folder) => !(folder in MAY_IMPORT));
  expect(unknown).toEqual([]);
});

test("imports go only where the architecture allows", () => {
  const wrong = files.flatMap((file) => {
    const from = folderOf(file.path);
    const allowed = [from, ...(MAY_IMPORT[from] ?? []), ...(COMPOSITION_ROOTS[nameOf(file.path)] ?? [])];
    return importsOf(file)
      .filter((target) => target.startsWith(SRC) && !allowed.includes(folderOf(target)))
      .map((target) => `${nameOf(file.path)} imports ${nameOf(target)}`);
  });
  expect(wrong).toEqual([]);
});

test("core imports no package but the numeric libraries it is allowed", () => {
  const allowed = ["simple-statistics"];
  const wrong = files
    .filter((f) => folderOf(f.path) === "core")
    .flatMap((f) => [...f.text.matchAll(/from\s+["']([^."'][^"']*)["']/g)].map((m) => `${nameOf(f.path)}: ${m[1]}`))
    .filter((line) => !allowed.some((name) => line.endsWith(`: ${name}`)));
  expect(wrong).toEqual([]);
});

test("Excel and Office are named only in the folders that talk to them", () => {
  const speaks = ["excel", "commands"];
  const roots = Object.keys(COMPOSITION_ROOTS);
  const wrong = files
    .filter((f) => !speaks.includes(folderOf(f.path)) && folderOf(f.path) !== "workbench" && !roots.includes(nameOf(f.path)))
    .filter((f) => /\b(Excel|Office|OfficeExtension|OfficeRuntime)\.[A-Za-z]/.test(code(f.text)))
    .map((f) => nameOf(f.path));
  expect(wrong).toEqual([]);
});

test("CustomFunctions is named only in functions", () => {
  const wrong = files
    .filter((f) => !["functions", "workbench"].includes(folderOf(f.path)))
    .filter((f) => /\bCustomFunctions\.[A-Za-z]/.test(code(f.text)))
    .map((f) => nameOf(f.path));
  expect(wrong).toEqual([]);
});

test("no file has a name that says nothing", () => {
  const wrong = files.map((f) => nameOf(f.path)).filter((name) => /(^|\/)(utils?|helpers?|common|misc|manager)(\.|\/)/i.test(name));
  expect(wrong).toEqual([]);
});
