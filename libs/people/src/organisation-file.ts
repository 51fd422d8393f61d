import {
  type Change,
  type Json,
  type JsonObject,
  type NewEvent,
  type OrganisationRow,
  type PersonRow,
  type StreamFile,
} from '#ledger';
import { rooms } from './rooms.js';

/** What an organisation's file says of one of its people. It names staff only. */
export type Member = Omit<PersonRow, 'id' | 'organisation'>;

export type OrganisationKind = OrganisationRow['kind'];

/** The facts of an organisation's file: what it is, who founded it and who works there. The tables of people are written from it. */
export type OrganisationFacts = Omit<OrganisationRow, 'code'> & {
  readonly code: string;
  /** The organisation whose administrator founded it, or null: they may admit its first administrator. */
  readonly foundedBy: string | null;
  readonly members: { readonly [id: string]: Member };
};

/** The key under which an organisation's file is found. */
export const organisationKey = (code: string): string => `organisation:${code}`;

export const factsOf = (file: StreamFile): OrganisationFacts => file.facts as unknown as OrganisationFacts;

/** The file of a new organisation, with its first people. */
export function founded(file: StreamFile, facts: OrganisationFacts): Change {
  const { code, kind, prefix, serves, stations, members } = facts;
  const admitted = Object.entries(members).map(([id, member]) => admittedEvent(id, member));
  return {
    file,
    events: [{ type: 'organisationFounded', data: { organisation: code, kind, prefix, serves, stations } }, ...admitted],
    facts: facts as unknown as JsonObject,
    rooms: [rooms.administration],
    // A second service with one prefix or for one authority is a duplicate: nobody would know whose a referral is.
    keys: [
      organisationKey(code),
      ...(prefix === null ? [] : [`prefix:${prefix}`]),
      ...serves.map((authority) => `serves:${authority}`),
    ]
      .map((key) => ({ key, isUnique: true }))
      .concat(Object.values(members).map(keyOf)),
    organisations: [{ code, kind, nameEn: facts.nameEn, nameCy: facts.nameCy, prefix, serves, stations }],
    people: Object.entries(members).map(([id, member]) => ({ id, organisation: code, ...member })),
  };
}

/** The file after something happened to one of its people. */
export function withMember(file: StreamFile, id: string, member: Member, event: NewEvent): Change {
  const facts = factsOf(file);
  return {
    file,
    events: [event],
    facts: { ...facts, members: { ...facts.members, [id]: member } } as unknown as JsonObject,
    people: [{ id, organisation: facts.code, ...member }],
  };
}

/** The file after somebody was let in. */
export function admitted(file: StreamFile, id: string, member: Member): Change {
  return { ...withMember(file, id, member, admittedEvent(id, member)), keys: [keyOf(member)] };
}

const admittedEvent = (id: string, member: Member): NewEvent => ({
  type: 'personAdmitted',
  data: { person: id, roles: member.roles, rooms: member.rooms as Json },
});

/** An address belongs to one person, so a second admission is a duplicate. */
const keyOf = (member: Member): { key: string; isUnique: true } => ({ key: `email:${member.email}`, isUnique: true });
