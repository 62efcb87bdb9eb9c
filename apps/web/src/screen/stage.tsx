import { type ReactNode, useSyncExternalStore } from 'react'
import type { Theme } from '../app/theme.tsx'

const width = 1920
const height = 1080

type StageProps = {
  readonly theme: Theme
  /** Draws the edge that is seen from across the room. */
  readonly isLost: boolean
  readonly children: ReactNode
}

/** A stage of exactly 1920 × 1080, scaled to the window as a whole; what is left of the window has the colour of the page. */
export function Stage({ theme, isLost, children }: StageProps) {
  const scale = useSyncExternalStore(whenResized, scaleOfWindow)
  return (
    <div className="screen-window" data-theme={theme}>
      <div className="screen-stage" data-lost={isLost} style={{ transform: `translate(-50%, -50%) scale(${scale})` }}>
        {children}
      </div>
    </div>
  )
}

const scaleOfWindow = () => Math.min(window.innerWidth / width, window.innerHeight / height)

function whenResized(changed: () => void): () => void {
  window.addEventListener('resize', changed)
  return () => window.removeEventListener('resize', changed)
}
