export * from './safe.js';
