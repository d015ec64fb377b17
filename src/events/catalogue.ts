import type { OwnEvent } from '../domain/ledger.js'
import { agreementEvents } from './agreement.js'
import { batchEvents } from './batch.js'
import { calendarEvents } from './calendar.js'
import { certificateEvents } from './certificate.js'
import type { Catalogue } from './codec/versions.js'
import { figureEvents } from './figure.js'
import { occasionEvents } from './occasion.js'
import { organisationEvents } from './organisation.js'
import { personEvents } from './person.js'
import { placementEvents } from './placement.js'
import { postEvents } from './post.js'
import { programmeEvents } from './programme.js'
import { rightsEvents } from './rights.js'
import { ruleEvents } from './rule.js'
import { seatsEvents } from './seats.js'
import { seriesEvents } from './series.js'
import { sourceEvents } from './source.js'
import { statementEvents } from './statement.js'

/** How every event of the ledger is written, in each schema it ever had. */
export const catalogue: Catalogue<OwnEvent> = {
  ...sourceEvents,
  ...organisationEvents,
  ...postEvents,
  ...personEvents,
  ...agreementEvents,
  ...programmeEvents,
  ...batchEvents,
  ...placementEvents,
  ...calendarEvents,
  ...seatsEvents,
  ...occasionEvents,
  ...seriesEvents,
  ...statementEvents,
  ...certificateEvents,
  ...ruleEvents,
  ...figureEvents,
  ...rightsEvents,
}
