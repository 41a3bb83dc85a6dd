import type { Part } from '../setup/part.js';

export const postgres: Part = { name: 'postgres', minutes: { quick: 1, full: 1 }, run: async () => undefined };
