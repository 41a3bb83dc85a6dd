import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { ask } from './ask.js';
import { type Operation, operationName } from './document.js';
import { type FieldMessage, GraphError } from './errors.js';
import { fieldsOf, isKind, isProblem, type OutcomeOf, type Problem, type Success } from './problems.js';

export interface ActOptions<Outcome> {
  /** The input takes an `idempotencyKey`: one is added, and stays the same when the same input is sent again. */
  idempotent?: boolean;
  /** Which questions to ask anew afterwards, by operation name; all of them unless said. */
  refreshes?: readonly string[] | 'nothing' | 'all';
  onDone?: (done: Success<Outcome>) => void;
}

export interface Act<Input, Outcome> {
  /** Sends; resolves to the success, or to null when there is a problem or an error to show, or when the same is on its way already. Never rejects. */
  run: (input: Input) => Promise<Success<Outcome> | null>;
  pending: boolean;
  /** An expected problem that the server named. */
  problem: Problem | null;
  /** The connection or the server failed. */
  error: GraphError | null;
  /** The mistakes field by field: hand them to `Form errors`. A new array after each attempt. */
  fields: readonly FieldMessage[];
  /** What to say above the form when no field is at fault: hand it to `Form problem`. */
  message: string | null;
  reset: () => void;
}

type WithoutKey<Input> = Input extends unknown ? Omit<Input, 'idempotencyKey'> : never;

const noFields: readonly FieldMessage[] = [];

/** Does one thing on the server: `const reply = useAct(Reply, { idempotent: true })`, then `reply.run({ threadId, text })`. */
export function useAct<Result, Variables extends { input: unknown }>(
  operation: Operation<Result, Variables>,
  options: ActOptions<OutcomeOf<Result>> = {},
): Act<WithoutKey<Variables['input']>, OutcomeOf<Result>> {
  type Outcome = OutcomeOf<Result>;
  type Input = WithoutKey<Variables['input']>;
  const client = useQueryClient();
  const attempt = useRef<{ input: string; key: string } | null>(null);
  const underway = useRef<string | null>(null);

  const mutation = useMutation<Outcome, GraphError, Input>({
    mutationKey: ['graph', operationName(operation)],
    mutationFn: async (input) => {
      const result = await ask(operation, { input: options.idempotent ? { ...input, idempotencyKey: keyFor(input) } : input } as Variables);
      return firstField(result) as Outcome;
    },
  });

  /** The same words sent again after a lost answer must not be posted twice. */
  function keyFor(input: Input): string {
    const text = JSON.stringify(input);
    if (attempt.current?.input !== text) attempt.current = { input: text, key: crypto.randomUUID() };
    return attempt.current.key;
  }

  /** Two presses of one button are one act, so the second does and says nothing. */
  async function run(input: Input): Promise<Success<Outcome> | null> {
    const text = JSON.stringify(input);
    if (underway.current === text) return null;
    underway.current = text;
    try {
      return await send(input);
    } finally {
      underway.current = null;
    }
  }

  async function send(input: Input): Promise<Success<Outcome> | null> {
    let outcome: Outcome;
    try {
      outcome = await mutation.mutateAsync(input);
    } catch {
      return null;
    }
    // The server has decided, so the next press is a new act even with the same words.
    attempt.current = null;
    if (isProblem(outcome)) {
      // The session may have ended in another window; the shell says so once it has asked.
      if (isKind(outcome, 'NotAllowed')) void client.invalidateQueries({ queryKey: ['graph', 'Session'] });
      return null;
    }
    const done = outcome as Success<Outcome>;
    refresh();
    options.onDone?.(done);
    return done;
  }

  function refresh() {
    const which = options.refreshes ?? 'all';
    if (which === 'nothing') return;
    if (which === 'all') void client.invalidateQueries({ queryKey: ['graph'] });
    else for (const name of which) void client.invalidateQueries({ queryKey: ['graph', name] });
  }

  const problem: Problem | null = isProblem(mutation.data) ? mutation.data : null;
  const named = problem ? fieldsOf(problem) : (mutation.error?.fields ?? noFields);
  const fields = named.length > 0 ? named : noFields;
  return {
    run,
    pending: mutation.isPending,
    problem,
    error: mutation.error,
    fields,
    message: fields.length > 0 ? null : (problem?.message ?? mutation.error?.message ?? null),
    reset: mutation.reset,
  };
}

function firstField<Result>(result: Result): unknown {
  const entries = Object.entries(result as Record<string, unknown>);
  return entries.find(([name]) => name !== '__typename')?.[1];
}
