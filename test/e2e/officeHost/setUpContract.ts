import type { Browser, Frame, Page } from "playwright-core";
import "./addinWindow";
import { launchBrowser } from "../workbenchPage";
import { bundleHostPage, type ContractPage, openContractPage } from "./contractPage";

/**
 * Gives every test of a file a fresh page in which real office.js, unmodified, runs an add-in against the host on a
 * tiny object model. A fault inside the host fails the test, whatever the add-in made of it.
 */
export function setUpContract() {
  let browser: Browser;
  let contract: ContractPage;

  jest.setTimeout(30_000);

  beforeAll(async () => {
    [browser] = await Promise.all([launchBrowser(), bundleHostPage()]);
  }, 120_000);

  beforeEach(async () => {
    contract = await openContractPage(browser);
  });

  afterEach(async () => {
    const unexpected = await contract.page.evaluate(async () => (await window.hostPage).unexpected);
    await contract.page.context().close();
    expect(unexpected).toEqual([]);
  });

  afterAll(() => browser?.close());

  return {
    page: (): Page => contract.page,
    addin: (): Frame => contract.addin(),
    missing: (): readonly string[] => contract.missing,
    inAddin: <T>(work: () => Promise<T>): Promise<T> => contract.addin().evaluate(work),
  };
}
