import { shareOfWallet } from "../../../src/core/economics/shareOfWallet";

const blank = (name: string) => ({ code: "noAnswer", message: `${name} is blank; enter a figure, or 0 if there is none` });

test("our part of the spend", () => {
  expect(shareOfWallet(250, 1000)).toBe(0.25);
  expect(shareOfWallet(0, 1000)).toBe(0);
});

test("above 1 is answered: the estimate of the spend is too low", () => {
  expect(shareOfWallet(150, 100)).toBe(1.5);
});

test.each([0, -5])("a spend of %d has no share", (spend) => {
  expect(shareOfWallet(1, spend)).toEqual({ code: "noAnswer", message: `spend is ${spend}; a share needs a spend above zero` });
});

test("blank is not zero", () => {
  expect(shareOfWallet(NaN, 100)).toEqual(blank("ours"));
  expect(shareOfWallet(1, NaN)).toEqual(blank("spend"));
});
