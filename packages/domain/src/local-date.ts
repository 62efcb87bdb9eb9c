/** A calendar date in Asia/Shanghai, `YYYY-MM-DD`. Suffix `...On` everywhere. Compares as text. */
export type LocalDate = string

/** An instant in UTC, ISO 8601 with milliseconds and `Z`. Suffix `...At` everywhere. Compares as text. */
export type Instant = string
