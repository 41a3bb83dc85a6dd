import { type Operation, operationName } from './document.js';
import { fromWire, GraphError } from './errors.js';
import { sessionExpired } from './session-expired.js';

interface Answer<Result> {
  data?: Result | null;
  errors?: Parameters<typeof fromWire>[0];
}

/** One question to the server, outside React: the answer, or a GraphError. */
export async function ask<Result, Variables>(operation: Operation<Result, Variables>, variables: Variables, signal?: AbortSignal): Promise<Result> {
  const response = await send(operation, variables, signal);
  if (response.status === 401) throw expired();
  if (response.status === 429) throw new GraphError('too-many');
  const answer = await read<Result>(response);
  if (answer.errors?.length) {
    const error = fromWire(answer.errors);
    throw error.kind === 'signed-out' ? expired() : error;
  }
  if (!response.ok || !answer.data) throw new GraphError('server');
  return answer.data;
}

async function send<Result, Variables>(operation: Operation<Result, Variables>, variables: Variables, signal?: AbortSignal): Promise<Response> {
  try {
    return await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json', 'apollo-require-preflight': '1' },
      body: JSON.stringify({ operationName: operationName(operation), query: operation.toString(), variables }),
      ...(signal ? { signal } : {}),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new GraphError('offline');
  }
}

async function read<Result>(response: Response): Promise<Answer<Result>> {
  try {
    return (await response.json()) as Answer<Result>;
  } catch {
    // A proxy that answers for a server that is down sends no JSON.
    throw new GraphError(response.status >= 502 ? 'offline' : 'server');
  }
}

function expired(): GraphError {
  sessionExpired();
  return new GraphError('signed-out');
}
