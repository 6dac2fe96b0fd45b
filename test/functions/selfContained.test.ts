import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createContext, runInContext } from "node:vm";
import webpack, { type Configuration } from "webpack";
import golden from "./golden/functions.json";

type Registered = (...args: unknown[]) => unknown;

/** The add-in's own configuration, cut down to the script of the functions. */
async function functionsOnly(folder: string): Promise<Configuration> {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the build's configuration is CommonJS and not typed
  const configuration = require(resolve(__dirname, "../../webpack.config.js")) as (env: object, argv: object) => Promise<Configuration>;
  const addIn = await configuration({}, { mode: "production" });
  const entry = addIn.entry as Record<string, webpack.EntryObject[string]>;
  return {
    ...addIn,
    entry: { functions: entry.functions! },
    plugins: addIn.plugins?.filter((plugin) => plugin?.constructor.name === "CustomFunctionsMetadataPlugin"),
    output: { ...addIn.output, path: folder },
    cache: false,
  };
}

function build(configuration: Configuration): Promise<void> {
  return new Promise((done, failed) => {
    const compiler = webpack(configuration);
    compiler.run((error, stats) => {
      const problems = error ?? (stats?.hasErrors() ? new Error(stats.toString("errors-only")) : null);
      compiler.close((closing) => (problems || closing ? failed(problems ?? closing) : done()));
    });
  });
}

/** Runs the script in an engine that has JavaScript's own globals and nothing else but `CustomFunctions`. */
function registrations(script: string): Map<string, Registered> {
  const registered = new Map<string, Registered>();
  class ExcelError {
    constructor(
      readonly code: string,
      readonly message = "",
    ) {}
  }
  const CustomFunctions = {
    associate: (id: string, call: Registered) => registered.set(id, call),
    Error: ExcelError,
    ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A" },
  };
  runInContext(script, createContext({ CustomFunctions }));
  return registered;
}

describe("functions.js", () => {
  let folder = "";
  let registered = new Map<string, Registered>();

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "kam-functions-"));
    await build(await functionsOnly(folder));
    registered = registrations(readFileSync(join(folder, "functions.js"), "utf8"));
  }, 120_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("registers every function by itself", () => {
    expect([...registered.keys()].sort()).toEqual(golden.map(({ id }) => id));
  });

  test("answers without anything else loaded", async () => {
    const answer = async (id: string, ...args: unknown[]) => JSON.parse(JSON.stringify(await registered.get(id)!(...args))) as unknown;
    expect(await answer("PAYBACK", [[100]], [[40]], null, null)).toEqual([[2.5]]);
    expect(await answer("SCORE", [[0], [5], [10]], [[1]], null, null, null, null, null)).toEqual([[0], [50], [100]]);
    expect(await answer("TIER", [[90], [10]], [[50]], null, null, null)).toEqual([["A"], ["B"]]);
    const stability = ["TIER.STABILITY", [[0, 1], [10, 9]], [[1, 1]], [[50]], ...new Array<null>(9).fill(null)] as const;
    expect(await answer(...stability)).toEqual([[1], [1]]);
  });

  test.each(golden.map(({ id }) => id))("%s refuses empty cells with an Excel error, not another one", async (id) => {
    const call = registered.get(id)!;
    const outcome = await Promise.resolve()
      .then(() => call(...new Array<unknown>(call.length).fill([[""]])))
      .then(
        () => "answered",
        (thrown: { code?: string }) => thrown.code,
      );
    expect(["answered", "#VALUE!", "#N/A"]).toContain(outcome);
  });
});
