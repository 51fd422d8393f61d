import { type Json } from '#proof';
import { type Person } from './demonstration-people.js';

/**
 * Who of the demonstration would send that notice: for a court its liaison officer, for custody the sergeant of the force's suite, else
 * the supervisor of its voluntary attendance team. Null where there is nobody.
 */
export function senderOf(notice: Json, everybody: readonly Person[]): string | null {
  const { force, source } = (typeof notice === 'object' && notice !== null ? notice : {}) as {
    readonly force?: Json;
    readonly source?: Json;
  };
  if (source === 'COURT_RETURN') return everybody.find(({ roles }) => roles.includes('courtLiaison'))?.email ?? null;
  const organisation = String(force).toLowerCase().replaceAll(' ', '-');
  const supervisors = everybody.filter(
    (person) => person.organisation === organisation && person.roles.includes('referringSupervisor'),
  );
  const begins = source === 'CUSTODY_INTERVIEW' ? 'custody-sergeant@' : 'referring-supervisor@';
  return (supervisors.find(({ email }) => email.startsWith(begins)) ?? supervisors[0])?.email ?? null;
}
