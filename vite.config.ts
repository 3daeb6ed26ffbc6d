import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The pages: the desk of staff, and the phones of the one-machine run. `vite build --mode phones` builds the second. */
const PAGES = {
  desk: { root: 'desk', publicDir: 'public', outDir: '../build/desk', pages: ['desk/index.html'] },
  phones: {
    root: 'desk/phones',
    publicDir: '../public',
    outDir: '../../build/phones',
    pages: ['desk/phones/index.html', 'desk/phones/both.html'],
  },
};

/** Assets stay files: the server's content security policy allows nothing inline. */
export default defineConfig(({ mode }) => {
  const { root, publicDir, outDir, pages } = mode === 'phones' ? PAGES.phones : PAGES.desk;
  return {
    root,
    base: './',
    publicDir,
    plugins: [react()],
    build: {
      outDir,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: { input: pages },
    },
  };
});
