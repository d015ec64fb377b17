import type { Attendance, DayOrder, Mark, Particulars, Prompt, Role, Standing } from '../domain/occasions/events.js'
import type { Codec } from './codec/codec.js'
import { objectCodec, optional, type Props } from './codec/object.js'
import { anyId, idOf, line, listOf, oneOf, prose, truth } from './codec/simple.js'
import { idAmong } from './occasion-ids.js'
import { capacity, count, namedList, names, stated, statedDate } from './vocabulary.js'

// The parts of what is said of an occasion, as they are written.

const person = idOf('person')
const organisation = idOf('organisation')
const standing: Codec<Standing> = oneOf('within the figure', 'beside the figure', 'not stated')

const role = objectCodec<Role>('a role', {
  role: line,
  person: optional(person),
  organisation: optional(organisation),
  capacities: optional(listOf(capacity, { atMost: 10 })),
  invited: optional(truth),
  invitedBy: optional(organisation),
  attended: optional(standing),
})

const prompt = objectCodec<Prompt>('what prompted it', { words: prose, ended: optional(statedDate) })

const others = listOf(anyId, { atMost: 50 })
const order = objectCodec<DayOrder>('its order within the day', { before: optional(others), after: optional(others) })

export const particulars: Props<Particulars> = {
  titles: optional(names),
  on: optional(statedDate),
  lastDay: optional(statedDate),
  venue: optional(line),
  place: optional(line),
  mode: optional(oneOf('in person', 'online', 'recorded', 'mixed')),
  purpose: optional(prose),
  themes: optional(namedList(prose)),
  promptedBy: optional(prompt),
  order: optional(order),
  partOf: optional(stated(idAmong('programme', 'batch', 'series', 'agreement'))),
  roles: optional(listOf(role, { atMost: 500 })),
}

export const attendance = objectCodec<Attendance>('an attendance', {
  figure: optional(count),
  categories: optional(namedList(line)),
  of: optional(line),
})

export const mark = objectCodec<Mark>('a line of the roll', {
  person,
  status: oneOf('attended', 'attended in part', 'late', 'left early', 'absent', 'excused'),
  standing,
})
