import { type Moved, type SeenCase, type SeenDisposals } from './case-answers.js';
import { type Player } from './player.js';
import { type Reply } from './reply.js';

/**
 * One case, walked by its people through the API. The version is the one that was answered last; where somebody else was faster (412),
 * the case is looked at again, as a person would, and the move is made once more.
 */
export type CasePlayer = {
  readonly reference: string;
  readonly move: (as: string, event: string, body?: object) => Promise<Reply<Moved>>;
  /** Puts a document into the dossier. */
  readonly paper: (as: string, kind: string, words?: string) => Promise<Reply<{ readonly document: string }>>;
  readonly policeFile: (as: string, file: unknown) => Promise<Reply<Moved>>;
  readonly see: (as: string, query?: string) => Promise<Reply<SeenCase>>;
  readonly disposals: (as: string, query?: string) => Promise<Reply<SeenDisposals>>;
};

export function casePlayer(player: Player, reference: string, version: number): CasePlayer {
  const path = `/api/cases/${reference}`;
  let known = version;
  const noted = <T>(reply: Reply<T>): Reply<T> => {
    const [, seen] = /^"(\d+)"$/.exec(reply.headers['etag'] ?? '') ?? [];
    if (reply.ok && !reply.isReplay && seen !== undefined) known = Number(seen);
    return reply;
  };
  const see = async (as: string, query = ''): Promise<Reply<SeenCase>> => {
    const reply = await player.get<SeenCase>(as, `${path}${query}`);
    return query === '' ? noted(reply) : reply;
  };
  const write = async <T>(as: string, method: 'POST' | 'PUT', to: string, body: unknown): Promise<Reply<T>> => {
    const ask = async () => noted(await player.write<T>(as, method, to, body, { ifMatch: known }));
    const reply = await ask();
    if (reply.status !== 412) return reply;
    return (await see(as)).ok ? ask() : reply;
  };
  return {
    reference,
    move: (as, event, body = {}) => write(as, 'POST', `${path}/${kebabOf(event)}`, body),
    // A document leaves no state: it is right whatever the version.
    paper: async (as, kind, words = `The ${kind}, in words of the demonstration.`) =>
      noted(await player.write(as, 'POST', `${path}/documents`, { kind, body: { words } })),
    policeFile: (as, file) => write(as, 'PUT', `/api/referrals/${reference}/police-file`, file),
    see,
    disposals: (as, query = '') => player.get(as, `${path}/disposals${query}`),
  };
}

/** `caseAllocated` as it stands in an address: `case-allocated`. */
const kebabOf = (event: string): string => event.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
