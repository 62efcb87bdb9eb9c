import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { CallFailed } from './api/call.ts'
import { loadFontsAfter } from './app/load-fonts.ts'
import { makeRouter } from './app/router.tsx'
import { ThemeProvider } from './app/theme.tsx'
import { LanguageProvider } from './language/language.tsx'
import './app/tokens.css'
import './app/base.css'

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal is an answer; only a call without one is worth another try.
      retry: (failures, error) => failures < 2 && error instanceof CallFailed && error.problem === null,
    },
  },
})
const router = makeRouter(client)

const place = document.getElementById('root')
if (place === null) throw new Error('the page has no root')
createRoot(place).render(
  <StrictMode>
    <LanguageProvider>
      <ThemeProvider>
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </ThemeProvider>
    </LanguageProvider>
  </StrictMode>,
)

loadFontsAfter(client)
