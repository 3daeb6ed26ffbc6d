import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Assets stay files: the server's content security policy allows nothing inline. */
export default defineConfig({
  root: 'desk',
  base: './',
  plugins: [react()],
  build: { outDir: '../build/desk', emptyOutDir: true, assetsInlineLimit: 0 },
});
