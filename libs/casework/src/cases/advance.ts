import { type CauseOfLateness } from '#law';
import { may } from '#people';
import { type Change, type Context, type Refused, refused, type StreamFile } from '#ledger';
import { type CaseEvent, type CaseFacts, decide, isState, type State } from '#pathway';
import { type ClockMoves, clockMoves } from '../clocks/clock-moves.js';
import { withCause } from '../clocks/lateness.js';
import { asFacts, type CaseRecord, caseRecordOf } from './case-record.js';
import { payloadOf } from './payload.js';

/** What a move does to a case's file; `change` is for the ledger, the rest for the answer. */
export type Advance = { readonly change: Change; readonly state: State; readonly known: CaseFacts; readonly clocks: ClockMoves };

/**
 * The single way in which a case moves, whoever moves it: may this person, does the pathway wait for it, does the law allow it, and
 * then the state, the facts and the clocks as they are afterwards. Pure; a refusal names every rule that stands in the way. `cause` says
 * why whatever ends now ends late.
 */
export function advance(
  file: StreamFile,
  event: CaseEvent,
  context: Context,
  record: Partial<CaseRecord> = {},
  cause: CauseOfLateness | null = null,
): Advance | Refused {
  if (!may(context.asker, event.type)) return refused('notYours');
  if (!file.exists || file.kind !== 'case') return refused('notFound');
  const { pathway, pathwayVersion, state } = file;
  if (pathway === null || pathwayVersion === null || state === null || !isState(state))
    return refused('notNow', { possible: [] });
  const before = caseRecordOf(file);
  const now = { on: context.today, calendar: context.calendar, standings: context.law.standings };
  const verdict = decide({ pathway, version: pathwayVersion, state }, before.known, event, now);
  if (!verdict.ok && verdict.because === 'notNow') return refused('notNow', { state, possible: verdict.possible });
  if (!verdict.ok) return refused('notAllowed', { rules: verdict.rules.map((rule) => ({ ...rule })) });

  const question = {
    clocks: file.clocks,
    runs: file.runs,
    effects: verdict.effects,
    was: before.known,
    is: verdict.facts,
    event,
    isClosed: verdict.state === 'closed',
  };
  const { startClocks, stopClocks } = clockMoves(question, context);
  const clocks = { startClocks, stopClocks: withCause(stopClocks, file.clocks, cause) };
  const moved = {
    ...clocks,
    state: verdict.state,
    applied: verdict.applied,
    runs: file.runs,
    calendar: context.calendar.version,
    law: context.law.version,
  };
  return {
    state: verdict.state,
    known: verdict.facts,
    clocks,
    change: {
      file,
      events: [{ type: event.type, data: payloadOf(event, moved) }],
      state: verdict.state,
      isEnding: verdict.state === 'closed',
      facts: asFacts({ ...before, ...record, known: verdict.facts }),
      ...clocks,
    },
  };
}
