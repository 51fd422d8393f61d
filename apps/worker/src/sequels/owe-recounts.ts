import { type Sequel } from './sequel.js';

/** The calendar has changed: every file whose clocks run is to be counted again. The rows remember it; `relay-recounts` rings for them. */
export const oweRecounts: Sequel = async (_, bell) => {
  await bell.query(
    'insert into teg.recount_owed (stream) select distinct stream from teg.clock where stopped_at is null on conflict do nothing',
  );
};
