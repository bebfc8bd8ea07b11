/** How long to fuzz: `npm run fuzz` sets FUZZ_RUNS to 100 000, the tests alone are content with fewer. */
const asked = Number(process.env.FUZZ_RUNS ?? 0);

/** How many bodies to try. */
export const fuzzRuns = (otherwise: number) => asked || otherwise;

/** Enough for 100 000 with PostgreSQL on a busy machine: 1 h. */
export const fuzzTimeoutMs = asked ? 3_600_000 : 60_000;
