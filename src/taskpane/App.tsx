import { AriaLiveAnnouncer, Button, FluentProvider, makeStyles, Spinner, Tab, TabList, tokens } from "@fluentui/react-components";
import { QuestionCircleRegular } from "@fluentui/react-icons/svg/question-circle";
import { lazy, Suspense, useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from "react";
import { StartPage } from "./features/start/StartPage";
import { PAGES, type Page, type PaneServices, type ThemeChoice } from "./services";
import { usePaneTheme } from "./usePaneTheme";

// Each page is a file of its own, fetched when it is first shown: the pane itself has to be usable at once.
const PlansPage = lazy(() => import("./features/plans/PlansPage").then((m) => ({ default: m.PlansPage })));
const SharePage = lazy(() => import("./features/sharing/SharePage").then((m) => ({ default: m.SharePage })));
const TiersPage = lazy(() => import("./features/tiers/TiersPage").then((m) => ({ default: m.TiersPage })));

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
    // Whoever has used a button of the ribbon needs no introduction when the pane comes back.
    if (request) preferences.saveHasStarted();
  }, [request, preferences]);

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
        <main>
          <TabPanel name="start" shown={page}>
            <StartPage themeChoice={themeChoice} onThemeChoice={chooseTheme} onStart={start} />
          </TabPanel>
          <TabPanel name="tiers" shown={page}>
            <TiersPage services={services} askedCount={asked("tiers")} shown={page === "tiers"} />
          </TabPanel>
          <TabPanel name="plans" shown={page}>
            <PlansPage services={services} asked={request?.page === "plans" ? request : undefined} />
          </TabPanel>
          <TabPanel name="share" shown={page}>
            <SharePage services={services} askedCount={asked("share")} />
          </TabPanel>
        </main>
      </AriaLiveAnnouncer>
    </FluentProvider>
  );
}

/** A page from its first showing on. It stays alive while hidden: a build goes on, and its result is there when the person comes back. */
function TabPanel({ name, shown, children }: { readonly name: Page; readonly shown: Page; readonly children: ReactNode }) {
  const styles = useStyles();
  const [wasShown, setWasShown] = useState(name === shown);
  if (name === shown && !wasShown) setWasShown(true);
  return (
    <div className={styles.page} role="tabpanel" id={`page-${name}`} aria-labelledby={`tab-${name}`} hidden={name !== shown}>
      {wasShown && <Suspense fallback={<Spinner size="small" label="Opening" labelPosition="after" />}>{children}</Suspense>}
    </div>
  );
}
