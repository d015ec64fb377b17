import { agreement } from '../domain/agreements/agreement.js'
import type { Aggregates } from '../domain/ledger.js'
import { agreementCommands, agreementEvents } from './agreement.js'
import { type Route, routeOf } from './route.js'

/** How commands reach the aggregates, and in which form: one line for each; a forgotten one does not compile. */
export const routes: { readonly [N in keyof Aggregates]: Route } = {
  agreement: routeOf(agreement, agreementEvents, agreementCommands),
}
