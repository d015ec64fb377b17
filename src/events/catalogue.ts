import type { OwnEvent } from '../domain/ledger.js'
import { agreementEvents } from './agreement.js'
import type { Catalogue } from './codec/versions.js'

/** How every event of the ledger is written, in each schema it ever had. */
export const catalogue: Catalogue<OwnEvent> = { ...agreementEvents }
