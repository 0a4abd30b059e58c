import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/**
 * Fluent's `tokens` is a table of 450 names, each `tokens.x` being the text `var(--x)`. Written out where it is used, the
 * table itself (5 KB gzipped) need not be shipped.
 */
const inlineTokens: Plugin = {
  name: 'inline-fluent-tokens',
  apply: 'build',
  transform(code, id) {
    if (!/[\\/](@fluentui|tab[\\/]src)[\\/]/.test(id) || !/import\s*\{[^}]*\btokens\b[^}]*\}\s*from/.test(code)) return
    return { code: code.replace(/\btokens\.([a-zA-Z]\w*)/g, '"var(--$1)"'), map: null }
  },
}

/** Every page is a chunk of its own, and so is teams-js: `src/navigation.ts` and `src/teams.ts` import them when needed. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/tab/',
  plugins: [inlineTokens, react()],
  build: { outDir: '../dist/tab', emptyOutDir: true, target: 'es2022', reportCompressedSize: false },
})
