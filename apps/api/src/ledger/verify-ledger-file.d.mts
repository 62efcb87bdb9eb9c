export type LedgerFileVerdict =
  | { readonly holds: true; readonly events: number; readonly key: string; readonly at: string }
  | { readonly holds: false; readonly seq: number; readonly why: string }

export function verifyLedgerFile(file: string, key?: string): Promise<LedgerFileVerdict>
