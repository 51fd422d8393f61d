import { type Log } from './log.js';

/** An event of the record by its ids: whoever tells it onwards reads the rest through the record's own policies. */
export type ToldEvent = { readonly stream: string; readonly seq: number; readonly type: string };

/**
 * What leaves the building because something happened: e-mail, text message, webhook. Called at least once for each event; a
 * receiver tells a repeat by stream and number. The in-app inbox needs none of it: its rows are written with the event.
 */
export type Notices = { tell(event: ToldEvent): Promise<void> };

/** Writes ids and codes to the log and sends nothing: the transport of a house that has not chosen one yet. */
export const logNotices = (log: Log): Notices => ({
  tell: ({ stream, seq, type }) => {
    log({ code: 'eventTold', stream, seq, type });
    return Promise.resolve();
  },
});
