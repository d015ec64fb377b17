import type {
  AgreementCommand,
  AmendAgreement,
  AnnounceAgreement,
  ChangeParties,
  LinkAgreements,
  RecordLapse,
  RenewAgreement,
  SetAgreementTerms,
  SignAgreement,
  TerminateAgreement,
} from '../domain/agreements/commands.js'
import type {
  AgreementAmended,
  AgreementAnnounced,
  AgreementEvent,
  AgreementLink,
  AgreementRenewed,
  AgreementSigned,
  AgreementsLinked,
  AgreementTerminated,
  AgreementTermsSet,
  AgreementTermsSetting,
  Amendment,
  Announcement,
  Ending,
  LapseRecorded,
  PartiesChanged,
  PartyChange,
  Places,
  Signatory,
  Signing,
  Term,
  Witness,
} from '../domain/agreements/events.js'
import { type Commands, commandCodec } from './codec/command.js'
import { objectCodec, optional, type Props } from './codec/object.js'
import { idOf, integer, line, listOf, oneOf, prose } from './codec/simple.js'
import { type Catalogue, first } from './codec/versions.js'
import { terms } from './terms.js'
import { capacity, count, length, namedList, names, statedDate } from './vocabulary.js'

// What a command and its event share is written once, and used for both.

const agreement = idOf('agreement')
const organisation = idOf('organisation')
const person = idOf('person')

const signatory = objectCodec<Signatory>('a signatory', { person, capacity, for: organisation })
const witness = objectCodec<Witness>('a witness', { person, capacity })
const places = objectCodec<Places>('places', { count, per: oneOf('year', 'batch', 'term') })

const term: Props<Term> = {
  parties: namedList(organisation),
  signatories: optional(listOf(signatory, { atMost: 100 })),
  witnesses: optional(listOf(witness, { atMost: 100 })),
  signedOn: statedDate,
  signedAt: optional(line),
  inForceFrom: optional(statedDate),
  end: optional(statedDate),
  placesPerSide: optional(places),
  length: optional(length),
}
const announcement: Props<Announcement> = { agreement, names, parties: namedList(organisation), announcedOn: optional(statedDate) }
const signing: Props<Signing> = { agreement, names, ...term }
const amendment: Props<Amendment> = {
  agreement,
  from: statedDate,
  end: optional(statedDate),
  placesPerSide: optional(places),
  length: optional(length),
  words: optional(prose),
}
const termsSetting: Props<AgreementTermsSetting> = {
  agreement,
  term: optional(integer(1, 1_000)),
  from: statedDate,
  to: optional(statedDate),
  terms,
  words: optional(prose),
}
const partyChange: Props<PartyChange> = { agreement, from: statedDate, joined: listOf(organisation), left: listOf(organisation) }
const link: Props<AgreementLink> = {
  agreement,
  to: agreement,
  kind: oneOf('under', 'annex to', 'supplements', 'replaces', 'renews', 'related'),
}
const ending: Props<Ending> = { agreement, on: statedDate, why: optional(prose) }

export const agreementEvents: Catalogue<AgreementEvent> = {
  AgreementAnnounced: first<AgreementAnnounced>('AgreementAnnounced', announcement),
  AgreementSigned: first<AgreementSigned>('AgreementSigned', signing),
  AgreementAmended: first<AgreementAmended>('AgreementAmended', amendment),
  AgreementTermsSet: first<AgreementTermsSet>('AgreementTermsSet', termsSetting),
  AgreementRenewed: first<AgreementRenewed>('AgreementRenewed', { agreement, term: integer(2, 1_000), ...term }),
  PartiesChanged: first<PartiesChanged>('PartiesChanged', partyChange),
  AgreementsLinked: first<AgreementsLinked>('AgreementsLinked', link),
  LapseRecorded: first<LapseRecorded>('LapseRecorded', ending),
  AgreementTerminated: first<AgreementTerminated>('AgreementTerminated', ending),
}

export const agreementCommands: Commands<AgreementCommand> = {
  AnnounceAgreement: commandCodec<AnnounceAgreement>('AnnounceAgreement', announcement),
  SignAgreement: commandCodec<SignAgreement>('SignAgreement', signing),
  AmendAgreement: commandCodec<AmendAgreement>('AmendAgreement', amendment),
  SetAgreementTerms: commandCodec<SetAgreementTerms>('SetAgreementTerms', termsSetting),
  RenewAgreement: commandCodec<RenewAgreement>('RenewAgreement', { agreement, ...term }),
  ChangeParties: commandCodec<ChangeParties>('ChangeParties', partyChange),
  LinkAgreements: commandCodec<LinkAgreements>('LinkAgreements', link),
  RecordLapse: commandCodec<RecordLapse>('RecordLapse', ending),
  TerminateAgreement: commandCodec<TerminateAgreement>('TerminateAgreement', ending),
}
