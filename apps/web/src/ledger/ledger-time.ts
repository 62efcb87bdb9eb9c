const format = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** An instant in China's time, to the second: 2020-10-29 15:20:07. */
export const exactTime = (instant: string): string => format.format(Date.parse(instant))

/** The same instant in UTC, to the millisecond as the ledger keeps it: 2020-10-29 07:20:07.125 UTC. */
export const utcTime = (instant: string): string => `${instant.replace('T', ' ').replace(/Z$/, '')} UTC`
