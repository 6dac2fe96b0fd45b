import { resolve } from "node:path";
import webpack, { type Configuration } from "webpack";

const ROOT = resolve(__dirname, "../..");
const OUTPUT = resolve(ROOT, ".cache/bench");

/** The part of the product's webpack settings that is used; the settings themselves are plain JavaScript. */
interface Product extends Configuration {
  readonly entry: { readonly functions: { readonly import: string[] } };
}

type ProductConfig = (env: object, argv: { readonly mode: "production" }) => Promise<Product>;

/** The scripts a benchmark runs: the functions exactly as they ship, and the measuring process. */
export interface BenchScripts {
  readonly functions: string;
  readonly measure: string;
}

/** Builds `functions.js` with the product's own settings (without the pane) and the measuring script beside it. */
export async function buildScripts(): Promise<BenchScripts> {
  const settings = (await import(resolve(ROOT, "webpack.config.js"))) as { readonly default: ProductConfig };
  const product = await settings.default({}, { mode: "production" });
  const metadataPlugin = product.plugins?.filter((plugin) => plugin?.constructor.name === "CustomFunctionsMetadataPlugin");
  await built([
    { ...product, name: "bench-functions", entry: { functions: product.entry.functions }, plugins: metadataPlugin, output: { path: OUTPUT }, cache: false },
    {
      name: "bench-measure",
      mode: "development",
      devtool: false,
      target: "node20",
      entry: { measure: resolve(__dirname, "measure.ts") },
      output: { path: OUTPUT, filename: "measure.js" },
      module: product.module,
      resolve: product.resolve,
    },
  ]);
  return { functions: resolve(OUTPUT, "functions.js"), measure: resolve(OUTPUT, "measure.js") };
}

function built(configurations: Configuration[]): Promise<void> {
  return new Promise((done, fail) => {
    webpack(configurations, (error, stats) => {
      if (error) fail(error);
      else if (stats?.hasErrors()) fail(new Error(stats.toString({ all: false, errors: true })));
      else done();
    });
  });
}
