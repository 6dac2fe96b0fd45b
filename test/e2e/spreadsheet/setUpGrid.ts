import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import webpack from "webpack";
import { launchBrowser } from "../workbenchPage";
import type { Bench } from "./gridPage";

const ROOT = resolve(__dirname, "../../..");
const BUNDLE = join(ROOT, `.cache/grid-contract-${process.env.JEST_WORKER_ID ?? "1"}`);
const ADDRESS = "https://grid.example/";
const BODY = '<!doctype html><meta charset="utf-8"><title>Grid</title><body style="margin:0"><div id="grid" style="width:1200px;height:700px"></div><script src="/grid.js"></script>';

/** Bundles the grid alone; the cache makes every bundle but the first a matter of seconds. */
async function bundleGrid(): Promise<string> {
  const compiler = webpack({
    mode: "development",
    devtool: false,
    target: ["web", "es2022"],
    entry: join(__dirname, "gridPage.ts"),
    output: { path: BUNDLE, filename: "grid.js" },
    cache: { type: "filesystem", cacheDirectory: join(ROOT, ".cache/webpack"), name: `grid-contract-${process.env.JEST_WORKER_ID ?? "1"}`, buildDependencies: { config: [__filename] } },
    resolve: { extensions: [".ts", ".js"] },
    module: {
      // One file: nothing else is served.
      parser: { javascript: { dynamicImportMode: "eager" } },
      rules: [
        { test: /\.ts$/, exclude: /node_modules/, loader: "swc-loader", options: { jsc: { parser: { syntax: "typescript" }, target: "es2022" } } },
        { test: /\.css$/, use: ["style-loader", "css-loader"] },
      ],
    },
    plugins: [
      new webpack.NormalModuleReplacementPlugin(/^\.\/[a-z][\w-]*-[\w-]{8}\.js$/, (request) => {
        if (/engine-render[\\/]lib[\\/]es$/.test(request.context)) request.request = "data:text/javascript,export default {};";
      }),
    ],
  });
  await new Promise<void>((done, fail) => {
    compiler?.run((error, stats) => {
      if (error ?? stats?.hasErrors()) fail(error ?? new Error(stats?.toString("errors-only")));
      else compiler.close(() => done());
    });
  });
  return readFileSync(join(BUNDLE, "grid.js"), "utf8");
}

/**
 * One page with the real grid for all tests of a file; every test begins with a blank workbook, as after opening
 * another file. An exception in the page fails the test.
 */
export function setUpGrid() {
  let browser: Browser;
  let page: Page;
  const errors: string[] = [];

  jest.setTimeout(30_000);

  beforeAll(async () => {
    const [script] = await Promise.all([bundleGrid(), launchBrowser().then((launched) => (browser = launched))]);
    page = await browser.newPage({ viewport: { width: 1200, height: 700 } });
    page.on("pageerror", (error) => errors.push(error.stack ?? error.message));
    await page.route("**/*", (route) => (route.request().url().endsWith("/grid.js") ? route.fulfill({ contentType: "text/javascript", body: script }) : route.fulfill({ contentType: "text/html", body: BODY })));
    await page.goto(ADDRESS);
    await page.evaluate(async () => (await window.bench).grid.shown());
    expect(errors).toEqual([]);
  }, 180_000);

  beforeEach(async () => {
    errors.length = 0;
    await page.evaluate(async () => {
      const { grid } = await window.bench;
      grid.mayEdit = () => true;
      grid.reset("Sheet1");
      await grid.recalculate();
    });
  });

  afterEach(() => expect(errors).toEqual([]));

  afterAll(() => browser?.close());

  return {
    page: () => page,
    /** Runs in the page; the function reaches the grid through its argument only. */
    inPage: <T>(work: (bench: Bench) => Promise<T> | T): Promise<T> => page.evaluate(`window.bench.then(${work.toString()})`) as Promise<T>,
  };
}
