// A double with a journal in a process of its own, so that it can be stopped and killed as no double within the run can be; process-server.ts
// starts it. Arguments: the journal, the port (0: any), the seed.
import { startDouble } from '../support/eventstoredb/double.js'
import { writeSystemRecords } from '../support/eventstoredb/rules/system-records.js'
import { journalled } from './journal.js'
import { seeded } from './seeded.js'
import { begin, LATE_MS } from './weather.js'

const [file = '', port = '0', seed = '0'] = process.argv.slice(2)
const { database, isNew } = journalled(file)
if (isNew) writeSystemRecords(database)
const double = await startDouble({ port: Number(port), database })

process.on('message', (asked: 'begin' | 'clear' | 'open calls') => {
  switch (asked) {
    case 'begin':
      return begin(double.faults, seeded(Number(seed)), { lateMs: LATE_MS })
    case 'clear':
      return double.faults.clear()
    case 'open calls':
      return void process.send?.({ openCalls: double.openCalls() })
  }
})
// Without whoever started it, it must not live on.
process.on('disconnect', () => process.exit(0))
process.send?.({ connectionString: double.connectionString, port: double.port })
