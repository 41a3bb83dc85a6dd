/// <reference types="node" />
import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const api = process.env['API_ORIGIN'] ?? 'http://127.0.0.1:3000';

/** The two typefaces of the first page start loading with it, before the style sheet asks for them. */
function preloadFonts(): Plugin {
  const first = /(public-sans|source-serif-4)-latin-wght-normal-.*\.woff2$/;
  return {
    name: 'preload-fonts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => first.test(file))
          .map((file) => ({
            tag: 'link',
            injectTo: 'head' as const,
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}`, crossorigin: '' },
          })),
    },
  };
}

/** React Aria carries its few own words in thirty languages; the product speaks one. */
function oneLanguage(): Plugin {
  const other = /react-(aria|stately)(-components)?\/.*intl.*\/(?!en-US)[a-z]{2}-[A-Z]{2}\.m?js$/;
  return {
    name: 'one-language',
    apply: 'build',
    enforce: 'pre',
    load: (id) => (other.test(id) ? 'export default {};' : null),
  };
}

export default defineConfig({
  root: here('.'),
  plugins: [react(), tailwindcss(), preloadFonts(), oneLanguage()],
  resolve: { alias: [{ find: /^@app\//, replacement: here('../../libs/') }] },
  build: {
    outDir: here('../../dist/web'),
    emptyOutDir: true,
    assetsDir: 'assets',
    // Everything is a file of its own under /assets: the content policy allows no data: addresses.
    assetsInlineLimit: 0,
    target: 'es2022',
    sourcemap: true,
    rolldownOptions: {
      // A facade names all components, but a page loads only those it uses.
      treeshake: { moduleSideEffects: [{ test: /libs\/(ui|platform\/web)\/.*\.tsx?$/, sideEffects: false }] },
    },
  },
  // GraphiQL, in its own folder, is bundled on its own.
  optimizeDeps: { entries: ['index.html'] },
  server: {
    proxy: {
      // As objects, so that the Host header stays ours: the api refuses what comes from a foreign origin.
      '/graphql': { target: api },
      '/graphiql': { target: api },
      '/files': { target: api },
      '/feeds': { target: api },
      // References, tables and the map of the site; the pages themselves are the web app's while it is worked on.
      '^/(sitemap\\.xml|robots\\.txt|sitemaps/.*)$': { target: api },
      '^/(practices|library|districts|organizations|case-studies|collections)(/[^/?]+)?\\.(csv|json|bib|ris)(\\?.*)?$': { target: api },
      '/socket.io': { target: api, ws: true },
    },
  },
});
