import type { Part } from '../setup/part.js';

export const redis: Part = { name: 'redis', minutes: { quick: 1, full: 1 }, run: async () => undefined };
