import type { Log } from '@app/platform/log';

/** What a process cannot work without, by name: each look throws when it is away. */
export type Needs = Record<string, () => Promise<unknown>>;

/** Whether a process may be given work, and what it lacks if not: names only, which a stranger may read. */
export interface State {
  ok: boolean;
  missing?: string[];
  ending?: true;
}

const PATIENCE_MS = 2000;
// Anybody may ask, so asking often must cost nothing.
const FRESH_MS = 1000;

/** Says whether this process is ready: what it needs is within reach, and it has not been told to end. */
export class Readiness {
  private ending = false;
  private last: { at: number; state: Promise<State> } | null = null;
  private told = '';

  constructor(
    private readonly needs: Needs,
    private readonly log: Log,
  ) {}

  /** From now on the answer is no, whatever is within reach. */
  turnRed(): void {
    this.ending = true;
  }

  get isEnding(): boolean {
    return this.ending;
  }

  async look(): Promise<State> {
    if (this.ending) return { ok: false, ending: true };
    if (!this.last || Date.now() - this.last.at > FRESH_MS) this.last = { at: Date.now(), state: this.lookAfresh() };
    return this.last.state;
  }

  private async lookAfresh(): Promise<State> {
    const found = await Promise.all(Object.entries(this.needs).map(async ([name, look]) => ({ name, why: await within(look) })));
    const missing = found.filter(({ why }) => why !== null);
    // The reason may name addresses, so it goes to the log and not to whoever asked; once, and not every second.
    const reasons = missing.map(({ name, why }) => `${name}: ${why}`).join('; ');
    if (reasons !== this.told) this.log[missing.length > 0 ? 'warn' : 'info']({ missing: reasons }, missing.length > 0 ? 'not ready' : 'ready again');
    this.told = reasons;
    return missing.length > 0 ? { ok: false, missing: missing.map(({ name }) => name) } : { ok: true };
  }
}

/** Null when `look` succeeds in time, else why it did not. */
async function within(look: () => Promise<unknown>): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`no answer within ${PATIENCE_MS / 1000} s`), PATIENCE_MS);
  });
  const looked = Promise.resolve()
    .then(look)
    .then(() => null, (error: unknown) => (error instanceof Error ? error.message || error.name : String(error)));
  try {
    return await Promise.race([looked, late]);
  } finally {
    clearTimeout(timer);
  }
}
