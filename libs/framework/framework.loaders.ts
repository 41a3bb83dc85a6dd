import { inOrder, loader } from '@app/platform/graphql';
import type { Principle } from './principle.entity.js';
import type { Principles } from './principles.service.js';

/** Reads principles by number (as text, as every loader's key), all that one request asks for in one statement. */
export const principlesByNumber = loader(
  async (principles: Principles, numbers): Promise<(Principle | null)[]> => inOrder(numbers, await principles.byNumbers(numbers.map(Number)), (principle) => String(principle.number)),
);
