import type { Part } from '../setup/part.js';

export const rolling: Part = { name: 'rolling', minutes: { quick: 1, full: 1 }, run: async () => undefined };
