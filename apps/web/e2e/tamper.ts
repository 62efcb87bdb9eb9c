import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Does what somebody with the file in their hands can do: takes the guards of the ledger away and changes it. */
export function tamper(home: string, statement: string): void {
  const database = new DatabaseSync(path.join(home, 'xushi.sqlite'))
  database.exec('pragma busy_timeout = 5000')
  database.exec('drop trigger if exists ledger_event_is_not_changed')
  database.exec(statement)
  database.close()
}
