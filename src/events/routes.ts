import { agreement } from '../domain/agreements/agreement.js'
import { batch } from '../domain/batches/batch.js'
import { calendar } from '../domain/calendars/calendar.js'
import { certificate } from '../domain/certificates/certificate.js'
import { figure } from '../domain/figures/figure.js'
import type { Aggregates } from '../domain/ledger.js'
import { occasion } from '../domain/occasions/occasion.js'
import { organisation } from '../domain/organisations/organisation.js'
import { person } from '../domain/people/person.js'
import { placement } from '../domain/placements/placement.js'
import { post } from '../domain/posts/post.js'
import { programme } from '../domain/programmes/programme.js'
import { rights } from '../domain/rights/rights.js'
import { rule } from '../domain/rules/rule.js'
import { seats } from '../domain/seats/seats.js'
import { series } from '../domain/series/series.js'
import { source } from '../domain/sources/source.js'
import { statement } from '../domain/statements/statement.js'
import { agreementCommands, agreementEvents } from './agreement.js'
import { batchCommands, batchEvents } from './batch.js'
import { calendarCommands, calendarEvents } from './calendar.js'
import { certificateCommands, certificateEvents } from './certificate.js'
import { figureCommands, figureEvents } from './figure.js'
import { occasionCommands, occasionEvents } from './occasion.js'
import { organisationCommands, organisationEvents } from './organisation.js'
import { personCommands, personEvents } from './person.js'
import { placementCommands, placementEvents } from './placement.js'
import { postCommands, postEvents } from './post.js'
import { programmeCommands, programmeEvents } from './programme.js'
import { rightsCommands, rightsEvents } from './rights.js'
import { type Route, routeOf } from './route.js'
import { ruleCommands, ruleEvents } from './rule.js'
import { seatsCommands, seatsEvents } from './seats.js'
import { seriesCommands, seriesEvents } from './series.js'
import { sourceCommands, sourceEvents } from './source.js'
import { statementCommands, statementEvents } from './statement.js'

/** How commands reach the aggregates, and in which form: one line for each; a forgotten one does not compile. */
export const routes: { readonly [N in keyof Aggregates]: Route } = {
  source: routeOf(source, sourceEvents, sourceCommands),
  organisation: routeOf(organisation, organisationEvents, organisationCommands),
  post: routeOf(post, postEvents, postCommands),
  person: routeOf(person, personEvents, personCommands),
  agreement: routeOf(agreement, agreementEvents, agreementCommands),
  programme: routeOf(programme, programmeEvents, programmeCommands),
  batch: routeOf(batch, batchEvents, batchCommands),
  placement: routeOf(placement, placementEvents, placementCommands),
  officerCalendar: routeOf(calendar, calendarEvents, calendarCommands),
  seats: routeOf(seats, seatsEvents, seatsCommands),
  occasion: routeOf(occasion, occasionEvents, occasionCommands),
  series: routeOf(series, seriesEvents, seriesCommands),
  statement: routeOf(statement, statementEvents, statementCommands),
  certificate: routeOf(certificate, certificateEvents, certificateCommands),
  rule: routeOf(rule, ruleEvents, ruleCommands),
  figure: routeOf(figure, figureEvents, figureCommands),
  rights: routeOf(rights, rightsEvents, rightsCommands),
}
