import { inOrder, loader } from '@app/platform/graphql';
import type { Account } from './account.entity.js';
import type { Accounts } from './accounts.service.js';

/** Reads people by id, all that one request asks for in one statement. Give it the context and `Accounts`. */
export const personById = loader(async (accounts: Accounts, ids): Promise<(Account | null)[]> => inOrder(ids, await accounts.byIds(ids), (account) => account.id));
