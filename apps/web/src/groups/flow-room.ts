import { useIsPhone } from '../app/media.ts'

/** How wide a block of squares may be: on a phone as wide as its page, beside the ribbons as the small squares are designed. */
export const useFlowRoom = (): number => (useIsPhone() ? 356 : 600)
