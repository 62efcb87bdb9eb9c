const reasons = {
  'not-a-zip': 'it is not a whole zip file',
  'too-large': 'it unpacks to more than a report can be',
  'not-well-formed': 'a part of it is not well-formed XML',
  'no-document': 'it holds no document',
  'no-report': 'it does not say which report it is',
} as const

/** A file that cannot be read as what it is said to be. */
export class UnreadableFileError extends Error {
  readonly reason: keyof typeof reasons

  constructor(reason: keyof typeof reasons) {
    super(`the file cannot be read: ${reasons[reason]}`)
    this.name = 'UnreadableFileError'
    this.reason = reason
  }
}
