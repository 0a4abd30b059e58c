import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Every page is a chunk of its own, and so is teams-js: `src/navigation.ts` and `src/teams.ts` import them when needed. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/tab/',
  plugins: [react()],
  build: { outDir: '../dist/tab', emptyOutDir: true, target: 'es2022', reportCompressedSize: false },
})
