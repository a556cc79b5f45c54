// How the workbench is built; `npm run build` does it, `npx vite build apps/console --watch` does it at every change.
import { defineConfig } from 'vite';

/** The server of `npm start`, for `npx vite apps/console`. */
const SERVER = 'http://localhost:3000';

export default defineConfig({
  root: import.meta.dirname,
  base: '/workbench/',
  publicDir: false,
  logLevel: 'warn',
  build: {
    // What the browsers of government desktops understand (docs/decisions/0024).
    target: ['chrome90'],
    cssTarget: ['chrome90'],
    outDir: '../../dist/apps/console',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1000,
    // A picture within a script would be fetched with every screen.
    assetsInlineLimit: 0,
    rolldownOptions: { onLog: leaveOutDirectives },
  },
  server: { proxy: { '^/(?!workbench/)': SERVER } },
});

/** antd marks each of its files for servers that render React; nothing here does. */
function leaveOutDirectives(level, log, tell) {
  if (log.code !== 'MODULE_LEVEL_DIRECTIVE') tell(level, log);
}
