import type { FastifyBaseLogger } from 'fastify'

declare module 'fastify' {
  interface FastifyInstance {
    readonly errands: Errands
  }
}

/** How often an instance looks for what is due. */
const lookMilliseconds = 5_000

/** Something that is done by itself when its time comes. It asks the store what is due, so that any instance may do it. */
export type Errand = { readonly look: (goesOn: () => boolean) => Promise<void> }

/**
 * Does what is due by itself, one errand after the other, again and again. One that fails is written to the log and keeps none of the
 * others from theirs; it is tried again at the next look.
 */
export function errandsOf(errands: Readonly<Record<string, Errand>>, logger: FastifyBaseLogger) {
  let isClosed = false
  let queue: Promise<void> = Promise.resolve()

  const round = async (): Promise<void> => {
    for (const [errand, { look }] of Object.entries(errands)) {
      if (isClosed) return
      try {
        await look(() => !isClosed)
      } catch (err) {
        logger.error({ err, errand }, 'an errand failed')
      }
    }
  }
  const look = (): Promise<void> => {
    queue = queue.then(round)
    return queue
  }
  let isLooking = false
  const timer = setInterval(() => {
    // One that takes long is not followed by all the looks that it held up.
    if (isLooking) return
    isLooking = true
    void look().finally(() => {
      isLooking = false
    })
  }, lookMilliseconds).unref()

  return {
    /** Looks now. @returns once everything that is due was seen to */
    look,
    close: async (): Promise<void> => {
      isClosed = true
      clearInterval(timer)
      await queue
    },
  }
}

export type Errands = ReturnType<typeof errandsOf>
