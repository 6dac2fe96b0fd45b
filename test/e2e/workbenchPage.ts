import { cpus } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type Frame, type Page } from "playwright-core";

export const origin = process.env.KAM_ORIGIN as string;

export function launchBrowser(): Promise<Browser> {
  const core = (Number(process.env.JEST_WORKER_ID ?? 1) - 1) % cpus().length;
  return chromium.launch({
    executablePath: process.platform === "linux" ? join(__dirname, "oneCore.sh") : (process.env.KAM_BROWSER as string),
    env: { ...process.env, KAM_CORE: String(core) },
    // Containers have neither a sandbox nor a graphics card; the other switches keep the browser off the network.
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}

export interface OpenOptions {
  /** Added to the address, e.g. `?pane=320`. */
  readonly query?: string;
  readonly colorScheme?: "light" | "dark";
}

/** Opens the workbench in a fresh browser profile and waits until the sample has been calculated. */
export async function openWorkbench(browser: Browser, options: OpenOptions = {}): Promise<{ page: Page; pane: Frame }> {
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    viewport: { width: 1440, height: 900 },
    colorScheme: options.colorScheme ?? "light",
  });
  const page = await context.newPage();
  await page.goto(`${origin}/workbench/${options.query ?? ""}`);
  await page.evaluate(() => window.workbench.ready);
  await page.evaluate(() => window.workbench.calculated());
  const pane = page.frames().find((frame) => frame !== page.mainFrame() && frame.url().includes("/taskpane.html"));
  if (!pane && !options.query?.includes("addin=")) throw new Error("the task pane's frame was not found");
  return { page, pane: pane ?? page.mainFrame() };
}
