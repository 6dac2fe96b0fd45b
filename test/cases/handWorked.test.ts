import { expectCase, type CalledCase } from "./calledCase";
import cases from "./handWorked.json";

/** Worked by hand where nothing is published; `working` is the sum. */
interface HandWorkedCase extends CalledCase {
  readonly working: string;
}

const all = cases as readonly HandWorkedCase[];

test("every case has its own id and its working", () => {
  expect(new Set(all.map((c) => c.id)).size).toBe(all.length);
  expect(all.filter((c) => c.working === "")).toEqual([]);
});

test.each(all.map((c) => [`${c.id} ${c.function}: ${c.working}`, c] as const))("%s", (_, example) => expectCase(example));
