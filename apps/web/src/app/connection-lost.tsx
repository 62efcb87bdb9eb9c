import { onlineManager } from '@tanstack/react-query'
import { words } from '@xushi/wording'
import { useSyncExternalStore } from 'react'
import { useWords } from '../language/language.tsx'
import { Notice } from '../states/states.tsx'

const says = words(
  { lost: '连接已断。', kept: '已取到的数仍可查看，连上后自动接着取。' },
  { lost: 'The connection is lost.', kept: ' What was loaded can still be read; the rest follows once it is back.' },
)

const subscribe = (changed: () => void) => onlineManager.subscribe(changed)

/** Says above every page that this machine is offline, for as long as it is. */
export function ConnectionLost() {
  const word = useWords(says)
  const isOnline = useSyncExternalStore(subscribe, () => onlineManager.isOnline())
  return (
    <div role="status" className="no-print">
      {!isOnline && (
        <Notice kind="warning" title={word.lost}>
          {word.kept}
        </Notice>
      )}
    </div>
  )
}
