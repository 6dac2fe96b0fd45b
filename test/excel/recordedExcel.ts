/** What a batch did: properties set and methods called, by their path (`workbook.worksheets.add(Acme).tabColor`). */
export interface Recorded {
  readonly path: string;
  readonly value?: unknown;
}

/**
 * A request context that answers from a table of paths and records what is set and called. Paths it does not know are
 * objects of their own, as in Office.js, where nothing exists before the sync.
 */
export function recordedContext(answers: Readonly<Record<string, unknown>> = {}) {
  const recorded: Recorded[] = [];
  let syncCount = 0;

  const node = (path: string): unknown =>
    new Proxy(() => undefined, {
      get(_, property) {
        if (typeof property === "symbol" || property === "then") return undefined;
        const at = path === "" ? property : `${path}.${property}`;
        if (at in answers) return answers[at];
        if (property === "isNullObject") return false;
        if (property === "load") return () => undefined;
        return node(at);
      },
      set(_, property, value) {
        recorded.push({ path: `${path}.${String(property)}`, value });
        return true;
      },
      apply(_, __, args: unknown[]) {
        const words = args.map((arg) => (typeof arg === "function" ? "…" : typeof arg === "object" ? JSON.stringify(arg) : String(arg)));
        const called = `${path}(${words.join(",")})`;
        recorded.push({ path: called });
        if (called in answers) return answers[called];
        return node(called);
      },
    });

  const context = new Proxy({} as Record<string, unknown>, {
    get(_, property) {
      if (property === "sync") {
        return async () => {
          syncCount++;
          const failure = answers[`sync ${syncCount}`];
          if (failure !== undefined) throw failure;
        };
      }
      return typeof property === "symbol" || property === "then" ? undefined : node(property);
    },
  });
  return { context: context as unknown as Excel.RequestContext, recorded, syncs: () => syncCount };
}

/** Installs `Excel.run` over such a context, and an Office that supports every requirement set asked for. */
export function installExcel(answers: Readonly<Record<string, unknown>>, isSetSupported = (_name: string, _version: string) => true) {
  const fake = recordedContext(answers);
  const runOptions: unknown[] = [];
  const run = async (options: unknown, batch: (context: Excel.RequestContext) => Promise<unknown>) => {
    runOptions.push(options);
    return batch(fake.context);
  };
  Object.assign(globalThis, { Excel: { run }, Office: { context: { requirements: { isSetSupported } } } });
  return { ...fake, runOptions };
}

export function removeExcel(): void {
  Reflect.deleteProperty(globalThis, "Excel");
  Reflect.deleteProperty(globalThis, "Office");
}

/** An error as office.js throws it. */
export const officeError = (code: string, message = "localised text") => Object.assign(new Error(message), { code, debugInfo: { errorLocation: "Range.values" } });
