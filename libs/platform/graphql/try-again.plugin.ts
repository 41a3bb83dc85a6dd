import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import { TRY_AGAIN } from './errors.js';

/** Seconds after which another try is worth its while. */
export const RETRY_AFTER = '2';

/** Whether an answer could not be given for the moment. */
export function isForLater(errors: readonly GraphQLFormattedError[] | undefined): boolean {
  return errors?.some((error) => error.extensions?.['code'] === TRY_AGAIN) ?? false;
}

/** Answers 503 where the database was away, so that proxies and programs see it too, and not only who reads the errors. */
export const tryAgainPlugin: ApolloServerPlugin = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response }) => {
      const errors = response.body.kind === 'single' ? response.body.singleResult.errors : undefined;
      if (!isForLater(errors)) return;
      response.http.status = 503;
      response.http.headers.set('retry-after', RETRY_AFTER);
    },
  }),
};
