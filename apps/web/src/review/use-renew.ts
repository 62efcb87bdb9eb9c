import { useQueryClient } from '@tanstack/react-query'

/** Fetches entries and figures anew, after something was done to an entry. */
export function useRenew() {
  const client = useQueryClient()
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['entries'] }),
      client.invalidateQueries({ queryKey: ['figures'] }),
    ])
}
