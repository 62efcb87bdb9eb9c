export type LedgerFileVerdict =
  | { readonly holds: true; readonly events: number; readonly key: string; readonly at: string }
  | { readonly holds: false; readonly seq: number; readonly why: string }

export function verifyLedgerFile(file: string, key?: string): Promise<LedgerFileVerdict>

/** What is said of each reason, in Chinese and English, of an event's number. */
export const fileReasons: Readonly<Record<string, readonly [(seq: number) => string, (seq: number) => string]>>
