/** Share of cells that are empty, as in exports of real account lists. */
const BLANK_SHARE = 0.02;

/** The eight criteria, written as people type them: money, shares and counts. */
const CRITERIA: readonly ((random: () => number) => number)[] = [
  (random) => Math.round(random() ** 3 * 500_000_000) / 100,
  (random) => Math.round(random() * 4_000) / 10_000,
  (random) => Math.round((random() * 0.6 - 0.2) * 10_000) / 10_000,
  (random) => Math.round(random() ** 2 * 80_000_000) / 100,
  (random) => Math.floor(random() * 40),
  (random) => Math.round(random() * 10_000) / 10_000,
  (random) => Math.floor(random() * 1_000),
  (random) => Math.round(random() * 10_000_000) / 100,
];

/** Small seeded generator (mulberry32), so that every run measures the same data. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A row of eight figures per account; 2 % of the cells hold `blank`. */
export function figures(count: number, blank: unknown = ""): unknown[][] {
  const random = seeded(1);
  return Array.from({ length: count }, () => CRITERIA.map((draw) => (random() < BLANK_SHARE ? blank : draw(random))));
}

/** One score per account, 17 digits as a formula gives them; 2 % blank. */
export function scores(count: number): unknown[][] {
  const random = seeded(2);
  return Array.from({ length: count }, () => [random() < BLANK_SHARE ? "" : (100 * (random() + random() + random())) / 3]);
}

/** One amount per account: few large, many small. */
export function amounts(count: number): unknown[][] {
  const random = seeded(3);
  return Array.from({ length: count }, () => [random() < BLANK_SHARE ? "" : Math.round(100_000_000 * random() ** 6) / 100]);
}

/**
 * An investment and ten yearly benefits per account. At 8 % 2 % of them (2,005 of 100,000) never pay back: their yearly benefits are about a
 * twentieth of the outlay, the others' a fifth to three fifths. Each of these gets an answer of its own, which names its
 * shortfall and takes many times as long as a number, so their share decides part of what is measured. It is
 * on the high side: a list of programmes somebody pays for has few hopeless ones.
 */
export function cashFlows(count: number): { readonly investment: number[][]; readonly benefits: number[][] } {
  const random = seeded(4);
  const investment = Array.from({ length: count }, () => [Math.round(random() * 10_000_000) / 100]);
  const yearly = ([outlay]: number[]) => {
    const share = random() < BLANK_SHARE ? 0.05 : 0.2 + random() * 0.4;
    return Array.from({ length: 10 }, () => Math.round(outlay * share * (0.5 + random()) * 100) / 100);
  };
  return { investment, benefits: investment.map(yearly) };
}
