import { logContext } from '@app/platform/log';

/** A read on its way, with whoever waits for its rows. */
interface Waiting {
  sql: string;
  parameters: readonly unknown[];
  resolve: (rows: unknown[]) => void;
  reject: (error: unknown) => void;
}

type Send = (sql: string, parameters: readonly unknown[]) => Promise<{ place?: number; rows: unknown[] | null }[]>;

const rowsOf = (sql: string): string => `(select json_agg(r) from (${sql}) r)`;

/**
 * Lets reads that one question asks side by side travel in one statement: a page whose parts belong to several features
 * costs one way to PostgreSQL and back. Each part keeps its own text, so there are as many statements as there are pages.
 */
export class Reads {
  /** By the request or job that asks: reads of two different ones never meet. */
  private readonly waiting = new WeakMap<object, Waiting[]>();

  private readonly texts = new JointTexts();

  constructor(private readonly send: Send) {}

  read(sql: string, parameters: readonly unknown[]): Promise<unknown[]> {
    const question = logContext.getStore();
    if (!question) return this.alone(sql, parameters);
    return new Promise((resolve, reject) => {
      const one = { sql, parameters, resolve, reject };
      const others = this.waiting.get(question);
      if (others) return void others.push(one);
      const waiting = [one];
      this.waiting.set(question, waiting);
      // By then everything has been asked that can be asked without an answer.
      setImmediate(() => {
        this.waiting.delete(question);
        void this.sendAll(waiting);
      });
    });
  }

  /** One read on its own, in the same form. */
  async alone(sql: string, parameters: readonly unknown[]): Promise<unknown[]> {
    return (await this.send(`select ${rowsOf(sql)} as rows`, parameters))[0]?.rows ?? [];
  }

  private async sendAll(waiting: readonly Waiting[]): Promise<void> {
    const [first] = waiting;
    if (first && waiting.length === 1) return this.alone(first.sql, first.parameters).then(first.resolve, first.reject);
    try {
      const answers = await this.send(this.texts.of(waiting), waiting.flatMap(({ parameters }) => parameters));
      const byPlace = new Map(answers.map(({ place, rows }) => [place, rows]));
      for (const [place, one] of waiting.entries()) one.resolve(byPlace.get(place) ?? []);
    } catch {
      // Whose fault it was shows when each is asked on its own; the others get their answer.
      for (const one of waiting) this.alone(one.sql, one.parameters).then(one.resolve, one.reject);
    }
  }
}

// As many as there may be named statements.
const MOST_TEXTS = 500;

/** The texts of reads that travel together. A page asks the same ones every time, so they are put together once. */
class JointTexts {
  /** By the first of the reads. */
  private readonly known = new Map<string, { reads: { sql: string; values: number }[]; text: string }[]>();
  private count = 0;

  of(waiting: readonly Waiting[]): string {
    const first = waiting[0]?.sql ?? '';
    // The number of values counts too: those that follow are counted on from it.
    const same = (reads: { sql: string; values: number }[]): boolean => reads.length === waiting.length && waiting.every(({ sql, parameters }, place) => reads[place]?.values === parameters.length && reads[place].sql === sql);
    const before = this.known.get(first)?.find(({ reads }) => same(reads));
    if (before) return before.text;
    // Each answer says whose it is: nothing promises that they come in the order of the questions.
    const text = joined(waiting)
      .parts.map((sql, place) => `select ${place} as place, ${rowsOf(sql)} as rows`)
      .join('\nunion all\n');
    this.count += 1;
    if (this.count > MOST_TEXTS) {
      this.known.clear();
      this.count = 1;
    }
    this.known.set(first, [...(this.known.get(first) ?? []), { reads: waiting.map(({ sql, parameters }) => ({ sql, values: parameters.length })), text }]);
    return text;
  }
}

/** Statements that go together: each counts its parameters on from those before it. */
export function joined(statements: readonly { sql: string; parameters: readonly unknown[] }[]): { parts: string[]; parameters: unknown[] } {
  const parameters: unknown[] = [];
  const parts = statements.map((one) => {
    const before = parameters.length;
    parameters.push(...one.parameters);
    return one.sql.replace(/\$(\d+)/g, (_, number: string) => `$${Number(number) + before}`);
  });
  return { parts, parameters };
}
