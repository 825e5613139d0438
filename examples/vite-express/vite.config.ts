import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  build: { outDir: 'dist/client' },
  // `npm run dev` serves the pages and asks the server of `npm start` for the rest.
  server: { proxy: { '/api': 'http://localhost:3000', '/session': 'http://localhost:3000' } },
});
