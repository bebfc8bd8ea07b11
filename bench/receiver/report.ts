/** What a benchmark found, said in one line each, and whether it was enough. */

const failed: string[] = [];

/** Says a ratio, with those of all rounds. */
export function say(what: string, value: number, all: readonly number[]): void {
  const rest = all.map((one) => one.toFixed(2)).join(', ');
  console.log(`${what}: ${value.toFixed(2)}× (rounds: ${rest})`);
}

/** Notes what is less than it should be. */
export function gate(what: string, value: number, least: number): void {
  if (!(value >= least)) miss(`${what} is ${value.toFixed(2)}×, less than ${least}×`);
}

/** Notes what should not be. */
export function miss(text: string): void {
  failed.push(text);
}

/** Says what was missed; the exit code follows. */
export function finish(): void {
  for (const text of failed) console.log(`MISSED: ${text}`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}

/** The one in the middle: one round that others disturbed changes nothing. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] as number;
}

/** Who is first changes with each round: what grows over time must not favour one. */
export async function inTurns<T>(
  round: number,
  a: () => Promise<T>,
  b: () => Promise<T>,
): Promise<[T, T]> {
  if (round % 2 === 0) return [await a(), await b()];
  const second = await b();
  return [await a(), second];
}
