import { type Instant } from '#calendar';
import { type Player } from '../player/player.js';
import { bodyOf } from '../running-teg.js';
import { type Matter, type Step } from './matter.js';
import { panel, people } from './people.js';

/** The service in which the cases of a simulation are worked on. */
export type Office = {
  readonly player: Player;
  /** The meeting of that time: the coordinator calls it when the first case is put on its list. */
  readonly meetingAt: (at: Instant) => Promise<string>;
};

/** Somebody deals with a case: asks what is to be asked, and says what comes next, when. */
export type Visit = (matter: Matter, now: Instant, office: Office) => Promise<readonly Step[]>;

export function officeOf(player: Player): Office {
  const meetings = new Map<Instant, Promise<string>>();
  const called = async (at: Instant): Promise<string> =>
    bodyOf(await player.write<{ meeting: string }>(people.coordinator, 'POST', '/api/meetings', { at, members: panel })).meeting;
  return {
    player,
    meetingAt: (at) => {
      const meeting = meetings.get(at) ?? called(at);
      meetings.set(at, meeting);
      return meeting;
    },
  };
}
