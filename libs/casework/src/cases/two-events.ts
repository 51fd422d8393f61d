import { type Change, type OpenClock, type StreamFile } from '#ledger';

/** The file as it will be after a change: what a second event of the same decision is asked on. */
export function fileAfter(change: Change, calendar: string): StreamFile {
  const { file } = change;
  const stopped = new Set((change.stopClocks ?? []).map(({ kind }) => kind));
  const started = (change.startClocks ?? []).map((clock): OpenClock => ({
    ...clock,
    run: (file.runs[clock.kind] ?? 0) + 1,
    calendar,
    nextStep: 0,
    startedSeq: file.version + 1,
  }));
  const again = new Set(started.map(({ kind }) => kind));
  return {
    ...file,
    exists: true,
    reference: change.reference ?? file.reference,
    pathway: change.pathway?.name ?? file.pathway,
    pathwayVersion: change.pathway?.version ?? file.pathwayVersion,
    state: change.state === undefined ? file.state : change.state,
    facts: change.facts ?? file.facts,
    version: file.version + change.events.length,
    rooms: change.rooms ?? file.rooms,
    recused: change.recused ?? file.recused,
    homeArea: change.homeArea === undefined ? file.homeArea : change.homeArea,
    isEnding: change.isEnding ?? file.isEnding,
    clocks: [...file.clocks.filter(({ kind }) => !stopped.has(kind) && !again.has(kind)), ...started],
    runs: { ...file.runs, ...Object.fromEntries(started.map(({ kind, run }) => [kind, run])) },
  };
}

/**
 * Two events of one decision as one change of the file. A clock that the first starts and the second stops was never waited for: it
 * gets no row, and the events say what became of it.
 */
export function bothEvents(first: Change, second: Change): Change {
  const atOnce = new Set((second.stopClocks ?? []).map(({ kind }) => kind));
  const isNew = new Set((first.startClocks ?? []).map(({ kind }) => kind));
  const open = new Set(first.file.clocks.map(({ kind }) => kind));
  const lists = <K extends 'documents' | 'inbox' | 'keys' | 'dropKeys' | 'factRows'>(name: K) => {
    const all = [...(first[name] ?? []), ...(second[name] ?? [])];
    return all.length > 0 ? { [name]: all } : {};
  };
  return {
    ...first,
    ...second,
    file: first.file,
    events: [...first.events, ...second.events],
    startClocks: [...(first.startClocks ?? []).filter(({ kind }) => !atOnce.has(kind)), ...(second.startClocks ?? [])],
    stopClocks: [
      ...(first.stopClocks ?? []),
      ...(second.stopClocks ?? []).filter(({ kind }) => open.has(kind) && !isNew.has(kind)),
    ],
    ...lists('documents'),
    ...lists('inbox'),
    ...lists('keys'),
    ...lists('dropKeys'),
    ...lists('factRows'),
  };
}
