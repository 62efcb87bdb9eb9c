import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { signOut } from '@xushi/contract'
import { call } from '../api/call.ts'
import { useWords } from '../language/language.tsx'
import { ownMemory } from './own-memory.ts'
import { sessionWords } from './session.words.ts'

/** Whoever leaves on purpose leaves nothing behind in this window; what is not saved goes only after a word. */
export function SignOutButton({ account }: { account: string }) {
  const says = useWords(sessionWords)
  const client = useQueryClient()
  const navigate = useNavigate()
  const leave = async () => {
    const memory = ownMemory(account)
    const unsaved = memory.count()
    if (unsaved > 0 && !window.confirm(says.signOutUnsaved(unsaved))) return
    memory.clear()
    await call(signOut, {}).catch(() => undefined)
    client.clear()
    await navigate({ to: '/' })
  }
  return (
    <button type="button" className="button" onClick={leave}>
      {says.signOut}
    </button>
  )
}
