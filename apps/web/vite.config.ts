import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { contractAddresses } from './build/contract-addresses.ts'
import { offeredPieces } from './build/font-pieces-offered.ts'
import { methodPages } from './build/method-pages.ts'

const fontPieces: Plugin = {
  name: 'font-pieces',
  enforce: 'pre',
  transform: { filter: { id: /@fontsource.*\.css/ }, handler: offeredPieces },
}

/**
 * Recharts looks a scale up by its name and so brings all of them, with calendars and colours. Its axes here are of numbers or of
 * categories; an axis with another `scale` asks for that one to be named here too.
 */
const scalesInUse: Plugin = {
  name: 'scales-in-use',
  enforce: 'pre',
  transform: {
    filter: { id: /victory-vendor\/es\/d3-scale\.js/ },
    handler: () => ({ code: "export { scaleBand, scaleLinear, scalePoint } from 'd3-scale'", map: null }),
  },
}

/**
 * What nearly every page shows: one file rather than thirty of a kilobyte, each with a request of its own. Forms, fonts and charts are
 * not among it. What several files ask for that is smaller than a request goes with it.
 */
const everywhere =
  /node_modules\/(?:clsx|@tanstack\/(?:query-core|react-query))\/|web\/src\/chart-download\/chart-download\.|web\/src\/(?:api|bullet|figure|language|sparkline|states|status)\/|web\/src\/app\/(?!ant-frame|fonts|date-field)|web\/src\/overview\/(?:overview\.words|target-row|target-text)/

const api = { target: `http://127.0.0.1:${process.env.PORT ?? 8080}`, changeOrigin: false }

export default defineConfig({
  root: import.meta.dirname,
  plugins: [fontPieces, scalesInUse, methodPages, react(), contractAddresses],
  build: {
    target: 'es2023',
    outDir: 'dist',
    emptyOutDir: true,
    // A font piece inside the style sheet would be loaded by everybody; as a file, by those whose text needs it.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // The server names to the browser what a page is made of, before any of its code ran.
    manifest: true,
    rolldownOptions: {
      // A schema spread into another that nobody reads is no reason to keep both.
      treeshake: { propertyReadSideEffects: false },
      output: { codeSplitting: { groups: [{ name: 'frame', test: everywhere }] } },
    },
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    strictPort: true,
    // The page and its API share an address, as in production: cookies and the origin check see no difference.
    proxy: Object.fromEntries(
      ['/api', '/healthz', '/readyz', '/metrics', '/openapi.json', '/docs'].map((at) => [at, api]),
    ),
  },
})
