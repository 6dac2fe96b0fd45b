import { spawn, spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = resolve(fileURLToPath(import.meta.url), "../../..");

function canRun(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installedBrowser() {
  const folders = (process.env.PATH ?? "").split(process.platform === "win32" ? ";" : ":");
  const names = ["google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "microsoft-edge", "msedge"];
  const known = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
    "C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe",
  ];
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...known].find(canRun);
}

/** The browser the npm package brings along, for Linux on x64; nothing where it does not run, e.g. for want of libnss3. */
async function packagedBrowser() {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const { default: packaged } = await import("@sparticuz/chromium");
  const path = await packaged.executablePath();
  return spawnSync(path, ["--version"], { stdio: "ignore" }).status === 0 ? path : undefined;
}

/** The packaged browser comes first because the lock file pins it: what distributions install changes under the tests. */
async function browserPath() {
  const path = process.env.KAM_BROWSER ?? (await packagedBrowser()) ?? installedBrowser();
  if (!path) throw new Error("No browser found: install Chrome, Edge or Chromium, or name one in KAM_BROWSER.");
  return path;
}

function freePort() {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(0, "localhost", () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

/** Builds the add-in and the workbench as for production and serves them the way `npm start` does. */
async function startWorkbench() {
  const port = await freePort();
  const webpack = join(ROOT, "node_modules/webpack/bin/webpack.js");
  const server = spawn(process.execPath, [webpack, "serve", "--mode", "production", "--env", `port=${port}`], {
    cwd: ROOT,
    env: { ...process.env, CI: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  await new Promise((ready, fail) => {
    const read = (chunk) => {
      output += chunk;
      if (output.includes("KAM Planner is running at")) ready();
      if (/ERROR in|compiled with \d+ error/.test(output)) fail(new Error(`the build failed:\n${output}`));
    };
    server.stdout.on("data", read);
    server.stderr.on("data", read);
    server.once("exit", (code) => fail(new Error(`the server ended with code ${code}:\n${output}`)));
  });
  return { server, address: `https://localhost:${port}` };
}

export default async function globalSetup() {
  process.env.KAM_BROWSER = await browserPath();
  // A server that runs already (`npm start`) saves the build while one writes a test.
  if (process.env.KAM_ORIGIN) return;
  const workbench = await startWorkbench();
  process.env.KAM_ORIGIN = workbench.address;
  globalThis.kamServer = workbench.server;
}
