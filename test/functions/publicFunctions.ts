import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseTree, type IParseTreeResult } from "custom-functions-metadata";
import "./customFunctionsStub";

export type PublicFunction = (...args: unknown[]) => unknown;

const FOLDER = resolve(__dirname, "../../src/functions");

/** What Microsoft's generator reads from each file of public functions, as the build does. */
export const metadata: readonly (IParseTreeResult & { readonly file: string })[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".ts"))
  .map((name) => {
    const file = join(FOLDER, name);
    return { file, ...parseTree(readFileSync(file, "utf8"), file) };
  });

/** Every public function by its id, without the namespace: `SCORE`, `TIER.QUOTA`. */
export const publicFunctions: ReadonlyMap<string, PublicFunction> = new Map(
  metadata.flatMap(({ file, associate }) => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- the files are found at run time, and test.each needs them synchronously
    const module = require(file) as Record<string, PublicFunction>;
    return associate.map(({ id, functionName }): [string, PublicFunction] => [id, module[functionName]]);
  }),
);
