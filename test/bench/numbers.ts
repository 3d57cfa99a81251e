/** The middle one: one slow run of many does not move it. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2;
}

/** With three digits, or all before the point. */
export function short(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en', {maximumFractionDigits: digits});
}

/** How many times as much, as a cell of a table. */
export function ratio(value: number, base: number): string {
  return `${short(value / base)}×`;
}

/** Does the work for each of the contestants in turn, several times over, so that all share the machine's moods. */
export async function inTurns<K, T>(
  contestants: readonly K[],
  runs: number,
  work: (contestant: K) => Promise<T>,
): Promise<Map<K, T[]>> {
  const results = new Map<K, T[]>(contestants.map(contestant => [contestant, []]));
  for (let run = 0; run < runs; run++) {
    for (const contestant of contestants) results.get(contestant)!.push(await work(contestant));
  }
  return results;
}
