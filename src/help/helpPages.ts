import { functionPage, indexPage, pageName } from "./page";
import { readFunctions } from "./readFunctions";

export interface HelpPage {
  /** Where it is served, relative to the add-in: `help/score.html`. */
  readonly path: string;
  readonly html: string;
}

/**
 * The help page of every custom function in these files and a list of them all, from the same doc comments as the
 * functions' metadata. Pages need no script and nothing from the network.
 */
export function helpPages(sourceFiles: readonly string[]): HelpPage[] {
  const functions = readFunctions(sourceFiles).sort((a, b) => (a.id < b.id ? -1 : 1));
  return [
    { path: "help/index.html", html: indexPage(functions) },
    ...functions.map((help) => ({ path: `help/${pageName(help.id)}`, html: functionPage(help) })),
  ];
}
