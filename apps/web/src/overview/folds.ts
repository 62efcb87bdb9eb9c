import { useNavigate, useSearch } from '@tanstack/react-router'

/** What is unfolded or folded otherwise than it comes, by name, in the address: a link and the way back show the same. */
export type Folds = { readonly open?: string | undefined; readonly shut?: string | undefined }

const namesIn = (list: string | undefined) => (list === undefined ? [] : list.split(','))

/** Whether a part is open, as the address says or as it comes. */
export function isUnfolded({ open, shut }: Folds, part: string, comesOpen: boolean): boolean {
  if (namesIn(open).includes(part)) return true
  return comesOpen && !namesIn(shut).includes(part)
}

/** The folds after a part was opened or shut; one that stands as it comes is not mentioned. */
export function folded({ open, shut }: Folds, part: string, wanted: 'open' | 'shut', comesOpen: boolean): Folds {
  const list = (names: string | undefined, isIn: boolean) => {
    const others = namesIn(names).filter((name) => name !== part)
    const all = isIn ? [...others, part].sort() : others
    return all.length === 0 ? undefined : all.join(',')
  }
  return {
    open: list(open, wanted === 'open' && !comesOpen),
    shut: list(shut, wanted === 'shut' && comesOpen),
  }
}

/** One part that folds: whether it is open, and the press that turns it over. */
export function useFold(part: string, comesOpen: boolean): readonly [boolean, () => void] {
  const { open, shut } = useSearch({ from: '__root__' })
  const navigate = useNavigate()
  const isOpen = isUnfolded({ open, shut }, part, comesOpen)
  const turn = () => {
    void navigate({
      to: '.',
      search: (before) => ({ ...before, ...folded(before, part, isOpen ? 'shut' : 'open', comesOpen) }),
      replace: true,
      resetScroll: false,
    })
  }
  return [isOpen, turn]
}
