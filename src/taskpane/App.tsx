import { AriaLiveAnnouncer, Button, FluentProvider, makeStyles, Tab, TabList, tokens } from "@fluentui/react-components";
import { QuestionCircleRegular } from "@fluentui/react-icons/svg/question-circle";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { PlansPage } from "./features/plans/PlansPage";
import { SharePage } from "./features/sharing/SharePage";
import { StartPage } from "./features/start/StartPage";
import { TiersPage } from "./features/tiers/TiersPage";
import { PAGES, type Page, type PaneServices, type ThemeChoice } from "./services";
import { usePaneTheme } from "./usePaneTheme";

const TAB_WORDS: Readonly<Record<Page, string>> = { start: "Start", tiers: "Tiers", plans: "Plans", share: "Share" };

const useStyles = makeStyles({
  provider: { minHeight: "100vh", boxSizing: "border-box" },
  bar: { display: "flex", alignItems: "center", justifyContent: "space-between", padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} 0` },
  page: { padding: tokens.spacingHorizontalM },
});

/** The pane: one page at a time, chosen by its tabs or by the ribbon. */
export function App({ services }: { readonly services: PaneServices }) {
  const styles = useStyles();
  const { preferences, pageRequests } = services;
  const [themeChoice, setThemeChoice] = useState<ThemeChoice>(preferences.themeChoice);
  const [officeIsDark, setOfficeIsDark] = useState<boolean | undefined>(undefined);
  const theme = usePaneTheme(themeChoice, officeIsDark);
  const request = useSyncExternalStore(pageRequests.subscribe, pageRequests.current);
  const [page, setPage] = useState<Page>(request?.page ?? (preferences.hasStarted ? "plans" : "start"));
  const answered = useRef(request?.count);

  useEffect(() => {
    if (!request || request.count === answered.current) return;
    answered.current = request.count;
    setPage(request.page);
  }, [request]);

  useEffect(() => {
    services.officeReady.then(
      () => setOfficeIsDark(services.isOfficeDark()),
      () => undefined, // without Office the system's theme stands
    );
  }, [services]);

  const start = () => {
    preferences.saveHasStarted();
    setPage("plans");
  };
  const chooseTheme = (choice: ThemeChoice) => {
    preferences.saveThemeChoice(choice);
    setThemeChoice(choice);
  };
  const asked = (of: Page) => (request?.page === of ? request.count : 0);

  return (
    <FluentProvider theme={theme} className={styles.provider}>
      <AriaLiveAnnouncer>
        <header className={styles.bar}>
          <TabList aria-label="Pages" selectedValue={page} onTabSelect={(_, data) => setPage(data.value as Page)}>
            {PAGES.map((name) => (
              <Tab key={name} value={name} id={`tab-${name}`} aria-controls={`page-${name}`}>
                {TAB_WORDS[name]}
              </Tab>
            ))}
          </TabList>
          <Button appearance="subtle" icon={<QuestionCircleRegular />} aria-label="Help" title="Help" onClick={services.openHelp} />
        </header>
        {/* Pages stay alive while hidden: a build goes on, and its result is there when the person comes back. */}
        <main>
          <div className={styles.page} role="tabpanel" id="page-start" aria-labelledby="tab-start" hidden={page !== "start"}>
            <StartPage themeChoice={themeChoice} onThemeChoice={chooseTheme} onStart={start} />
          </div>
          <div className={styles.page} role="tabpanel" id="page-plans" aria-labelledby="tab-plans" hidden={page !== "plans"}>
            <PlansPage services={services} asked={request?.page === "plans" ? request : undefined} />
          </div>
          <div className={styles.page} role="tabpanel" id="page-tiers" aria-labelledby="tab-tiers" hidden={page !== "tiers"}>
            <TiersPage services={services} askedCount={asked("tiers")} shown={page === "tiers"} />
          </div>
          <div className={styles.page} role="tabpanel" id="page-share" aria-labelledby="tab-share" hidden={page !== "share"}>
            <SharePage services={services} askedCount={asked("share")} />
          </div>
        </main>
      </AriaLiveAnnouncer>
    </FluentProvider>
  );
}
