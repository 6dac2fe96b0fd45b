import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { helpPages, type HelpPage } from "../../src/help/helpPages";
import golden from "../functions/golden/functions.json";

const FOLDER = resolve(__dirname, "../../src/functions");
const sources = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".ts"))
  .map((name) => join(FOLDER, name));

/** The text a reader sees, without the tags. */
function visible(html: string): string {
  const plain = html.replace(/<style>[^]*?<\/style>/, "").replace(/<[^>]*>/g, " ");
  return plain.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&").replace(/\s+/g, " ");
}

function pageOf(pages: readonly HelpPage[], path: string): string {
  const page = pages.find((candidate) => candidate.path === path);
  if (page === undefined) throw new Error(`no page ${path} among ${pages.map((candidate) => candidate.path).join(", ")}`);
  return page.html;
}

describe("the functions' own pages", () => {
  const pages = helpPages(sources);

  test("one page per function, where its help address points, and a list of all", () => {
    const expected = golden.map(({ id }) => `help/${id.toLowerCase()}.html`);
    expect(pages.map(({ path }) => path)).toEqual(["help/index.html", ...expected]);
    const index = pageOf(pages, "help/index.html");
    const links = [...index.matchAll(/href="([^"]+)"/g)].map(([, target]) => `help/${target}`);
    expect(links).toEqual(expected);
  });

  test.each(golden)("$id tells arguments, result, conventions, an example, errors and the source", ({ id, arguments: names }) => {
    const text = visible(pageOf(pages, `help/${id.toLowerCase()}.html`));
    for (const heading of ["Arguments", "Result", "How it works", "Errors and what to do", "Source of the method"]) expect(text).toContain(heading);
    expect(text).toMatch(/Examples? =KAM\./);
    for (const name of names.map((argument) => /\w+/.exec(argument)![0])) expect(text).toMatch(new RegExp(`\\b${name}\\b.{4}`));
  });

  test.each(pages.map((page) => [page.path, page.html] as const))("%s is whole by itself", (_, html) => {
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="en">/);
    expect(html).toContain('name="viewport"');
    // Nothing is loaded and nothing runs: the pages are read inside Excel, too, without a network.
    expect(html).not.toMatch(/<script|<img|<link|\son\w+=|@import|url\(/i);
    expect([...html.matchAll(/<(\w+)[\s>]/g)].length).toBeGreaterThan(10);
    for (const tag of ["main", "dl", "ul", "pre", "p", "h2", "dd", "dt", "li", "code"]) {
      const opened = [...html.matchAll(new RegExp(`<${tag}[\\s>]`, "g"))].length;
      expect([tag, [...html.matchAll(new RegExp(`</${tag}>`, "g"))].length]).toEqual([tag, opened]);
    }
  });

  test("a page shows the native formula as Share copy writes it, or why there is none", () => {
    const page = (name: string) => visible(pages.find(({ path }) => path === `help/${name}.html`)!.html);
    expect(page("wallet")).toContain("=KAM.WALLET(B2:B11,C2:C11) it is =IF(AND(OR(NOT(ISTEXT($B2)),");
    expect(page("tier.natural")).toContain("Share copy keeps the results only: natural breaks are found by trial, which a formula cannot do.");
    expect(visible(pages[0]!.html)).toContain("RANK has a native formula");
  });
});

describe("from any source", () => {
  const folder = mkdtempSync(join(tmpdir(), "kam-help-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function pagesOf(name: string, ...tags: string[]): HelpPage[] {
    const file = join(folder, `${name}.ts`);
    const doc = ["Says <b>A & B</b>.", "@customfunction TRY TRY", "@param first Any <value>", "@returns Text", ...tags];
    writeFileSync(file, `/**\n${doc.map((line) => ` * ${line}`).join("\n")}\n */\nexport function attempt(first: unknown): unknown {\n  return first;\n}\n`);
    return helpPages([file]);
  }

  test("every description is escaped", () => {
    const html = pageOf(pagesOf("escaped", "@remarks <script>alert(1)</script>", '@example =KAM.TRY("<b") → 1'), "help/try.html");
    expect(html).not.toContain("<script");
    expect(html).not.toContain("<b>");
    expect(visible(html)).toContain("Says <b>A & B</b>.");
    expect(visible(html)).toContain('=KAM.TRY("<b")');
  });

  test("a tag runs on over the lines below it, a note follows its formula", () => {
    const text = visible(pageOf(pagesOf("lines", "@remarks One", "  two.", "@example =KAM.TRY(1) → 1", "  A note."), "help/try.html"));
    expect(text).toContain("One two.");
    expect(text).toContain("=KAM.TRY(1) gives 1 A note.");
  });

  test.each([
    ["example", "@example KAM.TRY(1)", 'the example "KAM.TRY(1)" must read =KAM.… → result'],
    ["throws", "@throws Something", '"@throws Something" must start with #VALUE! or #N/A and say what to do'],
  ])("a malformed %s is refused with its place", (name, tag, message) => {
    expect(() => pagesOf(name, tag)).toThrow(`${join(folder, `${name}.ts`)}, attempt: ${message}`);
  });
});

test("the build's configuration, plain CommonJS, can load the generator", () => {
  const script = `
    const { helpPages } = require("tsx/cjs/api").require("./src/help/helpPages.ts", require("node:path").resolve("webpack.config.js"));
    process.stdout.write(JSON.stringify(helpPages(${JSON.stringify(sources)}).map((page) => page.path)));`;
  const output = execFileSync(process.execPath, ["-e", script], { cwd: resolve(__dirname, "../.."), encoding: "utf8" });
  expect(JSON.parse(output)).toEqual(helpPages(sources).map(({ path }) => path));
});
