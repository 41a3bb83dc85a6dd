/// <reference types="node" />
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The query editor as files of our own: Nest's built-in one loads its scripts from elsewhere and stays blank offline. */
export default defineConfig({
  root: here('.'),
  base: '/graphiql/',
  plugins: [react()],
  worker: { format: 'es' },
  build: { outDir: here('../../../dist/graphiql'), emptyOutDir: true, assetsInlineLimit: 0, target: 'es2022', chunkSizeWarningLimit: 10_000 },
});
