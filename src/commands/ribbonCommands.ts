/** Pages a ribbon button or the context menu can ask for. */
export type CommandPage = "plans" | "tiers" | "share";

export interface RibbonTargets {
  open(page: CommandPage, action?: "list" | "pack"): void;
  openHelp(): void;
}

/**
 * Ties the commands of the manifest to the pane. They share its runtime, so a command only has to say which page it
 * wants; the page does the work where its progress and its problems can be seen.
 */
export function associateCommands(targets: RibbonTargets): void {
  Office.actions.associate("buildPlans", (event: Office.AddinCommands.Event) => inPane(event, () => targets.open("plans")));
  Office.actions.associate("planList", (event: Office.AddinCommands.Event) => inPane(event, () => targets.open("plans", "list")));
  Office.actions.associate("reviewPack", (event: Office.AddinCommands.Event) => inPane(event, () => targets.open("plans", "pack")));
  Office.actions.associate("tierAccounts", (event: Office.AddinCommands.Event) => inPane(event, () => targets.open("tiers")));
  Office.actions.associate("checkSharing", (event: Office.AddinCommands.Event) => inPane(event, () => targets.open("share")));
  Office.actions.associate("openHelp", (event: Office.AddinCommands.Event) => {
    try {
      targets.openHelp();
    } finally {
      event.completed();
    }
  });
}

async function inPane(event: Office.AddinCommands.Event, ask: () => void): Promise<void> {
  try {
    ask();
    // Does nothing in add-ins from the Marketplace; there the button that opens the pane is one click away.
    await Office.addin.showAsTaskpane();
  } catch {
    // The page has its request and shows it as soon as the pane is opened.
  } finally {
    event.completed();
  }
}
