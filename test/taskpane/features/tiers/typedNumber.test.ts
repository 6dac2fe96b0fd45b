import { typedNumber } from "../../../../src/taskpane/features/tiers/typedNumber";

test.each([
  ["2.5", 2.5],
  ["2,5", 2.5],
  [" 1 000 ", 1000],
  ["−3", -3],
  ["7 %", 0.07],
  [".5", 0.5],
  ["1.234,5", undefined],
  ["1,234,567", undefined],
  ["ten", undefined],
  ["1e5", undefined],
  ["", undefined],
  ["%", undefined],
])("%p is %p", (typed, number) => expect(typedNumber(typed)).toBe(number));
