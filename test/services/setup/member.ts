import { randomUUID } from 'node:crypto';
import type { MailSink } from './letters.js';

/** What the api said: the status, and the data or the codes of its errors. */
export interface Said<Data> {
  status: number;
  data: Data | null;
  codes: string[];
  words: string;
}

const PROBLEMS = '... on Problem { message } ... on Invalid { fields { field message } }';

/** Somebody at a browser, as far as the api can tell: with a cookie once signed in, from an address of their own. */
export class Member {
  private cookie = '';

  constructor(
    public address: string,
    readonly email: string,
    private readonly from = '127.0.0.1',
  ) {}

  /** The same person, at the same browser, who now reaches another api. */
  at(address: string): Member {
    const same = new Member(address, this.email, this.from);
    same.cookie = this.cookie;
    return same;
  }

  withCookie(cookie: string): this {
    this.cookie = cookie;
    return this;
  }

  get headers(): Record<string, string> {
    return { cookie: this.cookie, 'apollo-require-preflight': '1', 'x-forwarded-for': this.from };
  }

  /** Asks as the web app does; throws only when there was no answer at all. */
  async say<Data>(query: string, variables: object = {}): Promise<Said<Data>> {
    const response = await fetch(`${this.address}/graphql`, {
      method: 'POST',
      headers: { ...this.headers, 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(30_000),
    });
    const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0]).find((pair) => pair?.startsWith('accord='));
    if (cookie) this.cookie = cookie;
    const words = await response.text();
    try {
      const body = JSON.parse(words) as { data?: Data | null; errors?: { extensions?: { code?: string } }[] };
      return { status: response.status, data: body.data ?? null, codes: (body.errors ?? []).map((error) => error.extensions?.code ?? 'none'), words };
    } catch {
      return { status: response.status, data: null, codes: ['no JSON'], words };
    }
  }

  async ask<Data>(query: string, variables: object = {}): Promise<Data> {
    const said = await this.say<Data>(query, variables);
    if (!said.data || said.codes.length > 0) throw new Error(`${this.email} was answered ${said.status}: ${said.words.slice(0, 500)}`);
    return said.data;
  }

  /** Does something, and throws when a problem stopped it; answers the fields of `selection`. */
  async act<Result>(mutation: string, input: object, selection = ''): Promise<Result> {
    const { result } = await this.ask<{ result: Result & { __typename: string; message?: string } }>(mutationOf(mutation, selection), { input: { idempotencyKey: randomUUID(), ...input } });
    if (result.message) throw new Error(`${mutation} by ${this.email}: ${result.message}`);
    return result;
  }

  /** Signs in with the code that comes by mail. */
  async signIn(sink: MailSink): Promise<this> {
    const before = (await sink.to(this.email)).filter(({ subject }) => CODE.test(subject)).length;
    const { challengeId } = await this.act<{ challengeId: string }>('requestSignInCode', { email: this.email }, '... on CodeSent { challengeId }');
    const letter = await sink.next(this.email, CODE, { after: before });
    await this.act('signIn', { challengeId, code: letter.subject.slice(0, 6) }, '... on SignedIn { person { id } }');
    return this;
  }
}

const CODE = /^\d{6} is your Accord code$/;

/** The text of a mutation with one `input`, whose problems can be told. */
export function mutationOf(mutation: string, selection = ''): string {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  return `mutation ($input: ${type}!) { result: ${mutation}(input: $input) { __typename ${PROBLEMS} ${selection} } }`;
}
