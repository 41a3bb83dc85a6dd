import type { Part } from '../setup/part.js';

export const digests: Part = { name: 'digests', minutes: { quick: 1, full: 1 }, run: async () => undefined };
