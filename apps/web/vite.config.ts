import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig, defaultClientConditions } from 'vite';

/** The oldest browsers that we serve (Windows 7, Android 8, iOS 16.4); Vite's own default is younger. */
const FLOOR = ['chrome109', 'firefox121', 'safari16.4'];

/** Two entries of one app: the portal for applicants, and the desk with the studio. */
export default defineConfig({
  plugins: [react()],
  resolve: {
    conditions: ['@trinhduyet/source', ...defaultClientConditions],
    alias: { 'markdown-to-jsx/react': fileURLToPath(new URL('src/shared/form/no-markdown.ts', import.meta.url)) },
  },
  build: {
    target: FLOOR,
    outDir: 'dist',
    assetsInlineLimit: 0, // the content security policy knows no data: fonts
    rollupOptions: { input: { portal: 'index.html', desk: 'desk.html' } },
  },
});
