import { type CalendarDay } from '#calendar';
import { type Log } from './log.js';

/** An event of the record by its ids: whoever tells it onwards reads the rest through the record's own policies. */
export type ToldEvent = { readonly stream: string; readonly seq: number; readonly type: string };

/** What is new for everybody of a role in a room: how many notices of each code, and not what they are about. */
export type Digest = {
  readonly id: string;
  readonly room: string;
  readonly role: string;
  readonly day: CalendarDay;
  readonly counts: { readonly [code: string]: number };
};

/**
 * What leaves the building: e-mail, text message, webhook. Called at least once for each event and each digest; a receiver tells a
 * repeat by stream and number, or by the digest's id. The in-app inbox needs none of it: its rows are written with the event.
 */
export type Notices = { tell(event: ToldEvent): Promise<void>; sendDigest(digest: Digest): Promise<void> };

/** Writes ids, counts and codes to the log and sends nothing: the transport of a house that has not chosen one yet. */
export const logNotices = (log: Log): Notices => ({
  tell: ({ stream, seq, type }) => {
    log({ code: 'eventTold', stream, seq, type });
    return Promise.resolve();
  },
  sendDigest: ({ id, room, role, day, counts }) => {
    const codes = Object.keys(counts).sort();
    const said = codes.map((code) => `${code}: ${counts[code] ?? 0}`).join(', ');
    log({ code: 'digestSent', digest: id, room, role, day, counts: said });
    return Promise.resolve();
  },
});
