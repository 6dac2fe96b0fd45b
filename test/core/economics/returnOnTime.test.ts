import { returnOnTime } from "../../../src/core/economics/returnOnTime";

const blank = (name: string) => ({ code: "noAnswer", message: `${name} is blank; enter a figure, or 0 if there is none` });

test("benefit less cost per hour", () => {
  // (9,000 - 5,570) / 56.
  expect(returnOnTime(9000, 5570, 56)).toBe(61.25);
  expect(returnOnTime(100, 300, 10)).toBe(-20);
});

test.each([0, -2])("%d hours have no return", (hours) => {
  expect(returnOnTime(1, 1, hours)).toEqual({ code: "noAnswer", message: `hours is ${hours}; a return per hour needs hours above zero` });
});

test("blank is not zero", () => {
  expect(returnOnTime(NaN, 1, 1)).toEqual(blank("benefit"));
  expect(returnOnTime(1, NaN, 1)).toEqual(blank("cost"));
  expect(returnOnTime(1, 1, NaN)).toEqual(blank("hours"));
});
