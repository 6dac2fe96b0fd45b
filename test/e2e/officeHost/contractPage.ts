import { readFileSync } from "node:fs";
import { extname, join, resolve } from "node:path";
import type { Browser, Frame, Page } from "playwright-core";
import webpack from "webpack";

const ROOT = resolve(__dirname, "../../..");
const OFFICE_JS = join(ROOT, "node_modules/@microsoft/office-js/dist");
const BUNDLE = join(ROOT, `.cache/office-host-contract-${process.env.JEST_WORKER_ID ?? "1"}`);
/** Nothing is served at this address: the browser's requests are answered from files by the test. */
const ORIGIN = "https://contract.example";
const TYPES: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript", ".json": "application/json", ".xml": "application/xml", ".css": "text/css" };

/** Bundles the page that plays the host, minified as the workbench is for production. */
export async function bundleHostPage(): Promise<void> {
  const compiler = webpack({
    mode: "production",
    target: ["web", "es2022"],
    entry: join(__dirname, "hostPage.ts"),
    output: { path: BUNDLE, filename: "host.js" },
    resolve: { extensions: [".ts", ".js"] },
    module: { rules: [{ test: /\.ts$/, loader: "swc-loader", options: { jsc: { parser: { syntax: "typescript" }, target: "es2022" } } }] },
    optimization: { minimizeOptions: { javascript: { keep_classnames: true } } },
  });
  await new Promise<void>((done, fail) => {
    compiler?.run((error, stats) => {
      if (error ?? stats?.hasErrors()) fail(error ?? new Error(stats?.toString("errors-only")));
      else compiler.close(() => done());
    });
  });
}

function fileOf(path: string): string {
  // The package has all its names in lower case, office.js asks for some in mixed case.
  if (path.startsWith("/office-js/")) return join(OFFICE_JS, path.slice("/office-js/".length).toLowerCase());
  if (path === "/host.js") return join(BUNDLE, "host.js");
  return join(__dirname, path);
}

export interface ContractPage {
  readonly page: Page;
  /** The frame in which office.js runs the add-in under test. */
  readonly addin: () => Frame;
  /** Addresses that were asked for and that no file answers. */
  readonly missing: string[];
}

export async function openContractPage(browser: Browser): Promise<ContractPage> {
  const context = await browser.newContext();
  const missing: string[] = [];
  await context.route("**/*", async (route) => {
    const url = new URL(route.request().url());
    try {
      if (url.origin !== ORIGIN) throw new Error("outside");
      if (url.pathname === "/host.html") await route.fulfill({ contentType: "text/html", body: '<!doctype html><title>Host</title><script defer src="/host.js"></script>' });
      else await route.fulfill({ contentType: TYPES[extname(url.pathname)] ?? "text/plain", body: readFileSync(fileOf(url.pathname)) });
    } catch {
      missing.push(url.href);
      await route.fulfill({ status: 404, body: "" });
    }
  });
  const page = await context.newPage();
  await page.goto(`${ORIGIN}/host.html`);
  await page.evaluate(async () => {
    await window.hostPage;
  });
  const addin = () => {
    const frame = page.frames().find((candidate) => candidate.url().endsWith("/addin.html"));
    if (!frame) throw new Error(`no add-in frame among ${page.frames().map((candidate) => candidate.url()).join(", ")}`);
    return frame;
  };
  return { page, addin, missing };
}
