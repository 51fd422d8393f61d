import { randomUUID } from 'node:crypto';
import { type CaseEventType } from '#pathway';
import { type Json, type Outcome } from '#ledger';
import { MoveCase, type MovedCase, MoveLookup, OpenMeeting } from '#casework';
import { PersonDirectory } from '#people';
import { type CaseWorld } from './case-world.js';

/** What a step asks: who, which event, which words. `expect` null sends no version; without it the version is the one that is there. */
export type Asked = {
  readonly as: string;
  readonly event: CaseEventType;
  readonly body?: object;
  readonly expect?: number | null;
  readonly key?: string;
};

/** One case on its way, moved by the demonstration's people with the real commands. */
export type WalkedCase = {
  readonly reference: string;
  /** One move; the answer, whatever it is. */
  ask(asked: Asked): Promise<Outcome<MovedCase>>;
  /** The same, and it must succeed. */
  go(as: string, event: CaseEventType, body?: object): Promise<MovedCase>;
  /** A document in the dossier; returns its id. */
  paper(as: string, kind: string): Promise<string>;
  version(): Promise<number>;
};

export const people = {
  dutyManager: 'duty-manager@vale.test',
  practitioner: 'practitioner@vale.test',
  teamManager: 'team-manager@vale.test',
  coordinator: 'coordinator@vale.test',
  chair: 'chair@vale.test',
  member: 'panel-member@vale.test',
  victimOfficer: 'victim-officer@vale.test',
  police: 'police-decision-maker@south-wales-police.test',
  sergeant: 'youth-justice-sergeant@south-wales-police.test',
  inspector: 'inspector@south-wales-police.test',
  delivery: 'delivery-officer@south-wales-police.test',
  supervisor: 'referring-supervisor@south-wales-police.test',
  prosecutor: 'prosecutor@cps-wales.test',
} as const;

/** A panel that is quorate. */
export const panel = [
  { person: people.chair, role: 'chair' },
  { person: people.police, role: 'policeDecisionMaker' },
  { person: people.teamManager, role: 'teamManager' },
  { person: people.victimOfficer, role: 'victimOfficer' },
  { person: people.member, role: 'panelMember' },
] as const;
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** The case of a referral that is on record. */
export function walkedCase(world: CaseWorld, reference: string): WalkedCase {
  const command = new MoveCase(world.ledger, new MoveLookup(world.reader, new PersonDirectory(world.reader)));
  const version = async () =>
    (await world.sql<{ version: number }>('select version from teg.stream where reference = $1', [reference]))[0]?.version ?? 0;
  const ask = async ({ as, event, body = {}, expect, key }: Asked) =>
    command.run(await world.personId(as), {
      reference,
      event,
      body: copy(body) as Json,
      key,
      expect: expect === undefined ? await version() : (expect ?? undefined),
    });
  return {
    reference,
    version,
    ask,
    go: async (as, event, body) => {
      const outcome = await ask({ as, event, ...(body && { body }) });
      if (!outcome.ok) throw new Error(`${event}: ${JSON.stringify(outcome.refusal)}`);
      return outcome.value;
    },
    paper: async (as, kind) => {
      const id = randomUUID();
      const outcome = await world.ledger.write(await world.personId(as), { of: [{ reference }] }, ([file]) => {
        if (!file?.exists) throw new Error(`${as} does not see ${reference}.`);
        const document = { id, version: 1, kind, view: 'everyone', body: { words: `the ${kind}` } } as const;
        return { did: [{ file, events: [{ type: 'paperKept', data: {} }], documents: [document] }], value: null };
      });
      if (!outcome.ok) throw new Error(outcome.refusal.because);
      return id;
    },
  };
}

/** A meeting that the Vale's coordinator calls; its id. */
export async function calledMeeting(
  world: CaseWorld,
  at: string,
  members: readonly { readonly person: string; readonly role: string }[] = panel,
): Promise<string> {
  const command = new OpenMeeting(world.ledger, new MoveLookup(world.reader, new PersonDirectory(world.reader)));
  const outcome = await command.run(await world.personId(people.coordinator), copy({ at, members }) as unknown as Json);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value.meeting;
}
