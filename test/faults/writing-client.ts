import { setTimeout as sleep } from 'node:timers/promises';
import { type JsonObject } from '#ledger';
import { type Player } from '../../apps/teg/src/player/player.js';
import { type Reply } from '../../apps/teg/src/player/reply.js';
import { type Heard } from './acknowledged.js';
import { makeReferral } from './referral-maker.js';
import { type Dice } from './seeded.js';

const sender = 'referring-supervisor@south-wales-police.test';
const manager = 'duty-manager@vale.test';
const practitioners = ['practitioner@vale.test', 'practitioner-2@vale.test'] as const;

type Answered = {
  readonly reference: string;
  readonly version: number;
  readonly event: { readonly seq: number; readonly hash: string };
};
type Taken = Answered & { readonly paper: { readonly document: string; readonly version: number } };

export type Client = {
  readonly player: Player;
  readonly dice: Dice;
  readonly heard: Heard;
  readonly nextNumber: () => number;
  readonly isOver: () => boolean;
  /** How long it thinks at most before it writes again, in milliseconds. */
  readonly thinkMs: number;
};

/** Refers children, sends police files afterwards, and has cases allocated by two people at once, until it is told to stop. */
export async function writingClient(client: Client): Promise<void> {
  const withoutFile: { readonly reference: string; readonly file: JsonObject }[] = [];
  const unallocated: string[] = [];
  while (!client.isOver()) {
    await sleep(client.dice.between(0, client.thinkMs));
    const chance = client.dice.next();
    const late = chance < 0.25 ? withoutFile.pop() : undefined;
    const pair = chance >= 0.25 && chance < 0.5 ? unallocated.pop() : undefined;
    if (late) await sendPoliceFile(client, late.reference, late.file);
    else if (pair !== undefined) await allocateTwice(client, pair);
    else {
      const made = makeReferral(client.nextNumber());
      const isWhole = client.dice.isOneOf(2);
      const reference = await refer(client, isWhole ? made : { notice: made.notice });
      if (reference === null) continue;
      if (!isWhole) withoutFile.push({ reference, file: made.police_file });
      unallocated.push(reference);
    }
  }
}

async function refer({ player, heard }: Client, sent: { notice: JsonObject; police_file?: JsonObject }): Promise<string | null> {
  const reply = noted(heard, 'referral', await player.write<Answered>(sender, 'POST', '/api/referrals', sent));
  if (reply === null) return null;
  heard.acknowledged.push({ what: 'referral', reference: reply.reference, ...reply.event, sent });
  return reply.reference;
}

async function sendPoliceFile({ player, heard }: Client, reference: string, sent: JsonObject): Promise<void> {
  const reply = noted(
    heard,
    'police file',
    await player.write<Taken>(sender, 'PUT', `/api/referrals/${reference}/police-file`, sent),
  );
  if (!reply) return;
  const { document, version } = reply.paper;
  heard.acknowledged.push({ what: 'policeFile', reference, ...reply.event, document, version, sent });
}

/** Both saw the same version and each chose another practitioner: one of them moves the case, the other is told. */
async function allocateTwice({ player, heard }: Client, reference: string): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const seen = noted(heard, 'case', await player.get<{ version: number }>(manager, `/api/cases/${reference}`));
    if (!seen) return;
    const path = `/api/cases/${reference}/case-allocated`;
    const both = await Promise.all(
      practitioners.map((practitioner) =>
        player.write<Answered>(manager, 'POST', path, { practitioner }, { ifMatch: seen.version }),
      ),
    );
    const won = both.flatMap((reply, index) => (reply.ok ? [{ reply, practitioner: practitioners[index] ?? '' }] : []));
    const lost = both.flatMap((reply) => (reply.ok ? [] : [reply]));
    for (const { problem, status } of lost)
      if (status !== 412 && status !== 409) heard.unexpected.push(`allocation of ${reference}: ${status} ${problem.because}`);
    for (const { reply, practitioner } of won) {
      const body = noted(heard, 'allocation', reply);
      if (body) heard.acknowledged.push({ what: 'allocation', reference, ...body.event, practitioner });
    }
    // An alert may have moved the case meanwhile, and then both are stale and look again.
    if (won.length === 0) continue;
    heard.pairs += 1;
    if (won.length !== 1) heard.oddPairs += 1;
    return;
  }
}

/** The body of an answer that must be a yes; null, and written down, where it is none. */
function noted<T>(heard: Heard, what: string, reply: Reply<T>): T | null {
  if (!reply.ok) {
    heard.unexpected.push(
      `${what}: ${reply.status} ${reply.problem.because} ${JSON.stringify(reply.problem.faults ?? reply.problem.code ?? '')}`,
    );
    return null;
  }
  if (reply.isReplay) heard.replays += 1;
  return reply.body;
}
