import { Outlet, useMatches } from '@tanstack/react-router'
import { Shell } from './shell.tsx'

/** What stands around a page: the shell, or nothing where its route says so. */
export function Frame() {
  const isBare = useMatches({ select: (matches) => matches.some(({ staticData }) => staticData.frame === 'none') })
  return isBare ? <Outlet /> : <Shell />
}
