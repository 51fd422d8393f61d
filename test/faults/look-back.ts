import { isDeepStrictEqual } from 'node:util';
import { type JsonObject } from '#ledger';
import { type Player } from '../../apps/teg/src/player/player.js';
import { type Acknowledged } from './acknowledged.js';

const reader = 'referring-supervisor@south-wales-police.test';

type Event = { readonly seq: number; readonly hash: string; readonly event: { readonly [name: string]: unknown } };
type Entry = { readonly document: string; readonly version: number; readonly kind: string };

/** Reads one case as the police team that referred it, and says which of its acknowledged writes are not there as they were sent. */
export async function lostOf(player: Player, reference: string, writes: readonly Acknowledged[]): Promise<readonly string[]> {
  const events = await player.get<{ items: readonly Event[] }>(reader, `/api/cases/${reference}/events?size=100`);
  const papers = await player.get<{ items: readonly Entry[] }>(reader, `/api/cases/${reference}/documents`);
  if (!events.ok || !papers.ok) return writes.map(({ what }) => `${what} of ${reference}: the case cannot be read`);
  const lost: string[] = [];
  for (const write of writes) {
    const isThere = events.body.items.some(({ seq, hash }) => seq === write.seq && hash === write.hash);
    const isSame = isThere && (await isAsSent(player, write, papers.body.items));
    if (!isSame) lost.push(`${write.what} of ${reference}: ${isThere ? 'other content' : 'no such event'}`);
  }
  return lost;
}

async function isAsSent(player: Player, write: Acknowledged, papers: readonly Entry[]): Promise<boolean> {
  if (write.what === 'allocation') {
    const shown = await player.get<{ practitioner: string | null; state: string }>(reader, `/api/cases/${write.reference}`);
    return shown.ok && shown.body.practitioner === write.practitioner && shown.body.state === 'awaitingAssessment';
  }
  const bodyOf = async (kind: string, version: number): Promise<unknown> => {
    const paper = papers.find((entry) => entry.kind === kind && entry.version === version);
    if (!paper) return undefined;
    const reply = await player.get<{ body: unknown }>(
      reader,
      `/api/cases/${write.reference}/documents/${paper.document}?version=${version}`,
    );
    return reply.ok ? reply.body.body : undefined;
  };
  if (write.what === 'policeFile') return isDeepStrictEqual(await bodyOf('policeFile', write.version), seenByPolice(write.sent));
  const { notice, police_file: file } = write.sent;
  return (
    isDeepStrictEqual(await bodyOf('notice', 1), notice) &&
    (!file || isDeepStrictEqual(await bodyOf('policeFile', 1), seenByPolice(file)))
  );
}

/** Beyond the victim service's wall a victim is a number. */
const seenByPolice = (file: JsonObject): JsonObject => ({
  ...file,
  victims: (file['victims'] as readonly JsonObject[]).map(({ ref }) => ({ ref: ref ?? null })),
});
