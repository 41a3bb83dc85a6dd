import { loader } from '@app/platform/graphql';
import type { Idea } from './idea.entity.js';
import type { Practices } from './practices.service.js';

/** Reads the ideas of principles by their numbers (as text, as every loader's key). */
export const ideasByPrinciple = loader(async (practices: Practices, numbers): Promise<Idea[][]> => {
  const ideas = await practices.ideasUnder(numbers.map(Number));
  return numbers.map((number) => ideas.filter((idea) => String(idea.principle) === number));
});
