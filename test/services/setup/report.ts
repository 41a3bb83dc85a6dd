/** What a battery found: every check with its figure, and how many held. */
export class Report {
  passed = 0;
  /** What failed, a line each. */
  readonly failures: string[] = [];
  private readonly began = Date.now();

  check(name: string, good: boolean, found: unknown): void {
    const line = `${name}: ${typeof found === 'string' ? found : JSON.stringify(found)}`;
    if (good) this.passed += 1;
    else this.failures.push(line);
    console.log(`${good ? 'ok  ' : 'FAIL'} ${line}`);
  }

  get failed(): number {
    return this.failures.length;
  }

  /** A measured figure that decides nothing. */
  figure(name: string, value: unknown): void {
    console.log(`     ${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`);
  }

  note(words: string): void {
    console.log(`     [${this.seconds} s] ${words}`);
  }

  get seconds(): number {
    return Math.round((Date.now() - this.began) / 1000);
  }
}

/** The value below which `share` of the values lie; 0 when there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}
