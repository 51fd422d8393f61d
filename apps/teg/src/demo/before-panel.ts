import { instantOfLondon, londonDay } from '#calendar';
import { type SeenCase } from '../player/case-answers.js';
import { needs } from './choose.js';
import { roleInWords } from './chronicle.js';
import { obtain } from './obtain.js';
import { afternoon, inWorkingDays, nextDeskTime, panelTime, shortDay } from './office-time.js';
import { answered, holders, laterOf, needed } from './scene.js';
import { act, actLawfully, disposalsOf, look, paper, refusal, type Story, tell, who } from './story.js';

const judgements = [{ area: 'safetyOfChild', sufficient: true, note: 'Read with the practitioner; the child’s own words are in it.' }];

const dueOn = ({ clocks }: SeenCase, kind: string): string | undefined => clocks.find((clock) => clock.kind === kind && clock.status === 'running')?.dueOn;

/** A charging limit or an eighteenth birthday comes before the usual days would be over: everything is done sooner. */
const isUrgent = (seen: SeenCase): boolean => {
  const panel = dueOn(seen, 'panel') ?? '';
  const birthday = dueOn(seen, 'eighteenthBirthday');
  const limit = dueOn(seen, 'chargingLimit');
  return (limit !== undefined && limit <= panel) || (birthday !== undefined && birthday <= londonDay(inWorkingDays(instantOfLondon(panel, afternoon), 6)));
};

/** The police file, as its team sends it; false where the folder holds none. */
export async function sendPoliceFile(story: Story): Promise<boolean> {
  const { police_file: file } = story.from.sent;
  if (file === undefined || file === null || !story.memory.holdsPoliceFile) return false;
  const reply = answered(await story.case.policeFile(story.sender, file));
  story.memory.holdsPoliceFile = false;
  if (reply.ok) tell(story, roleInWords(story.sender), 'sends the police file');
  else refusal(story, `${roleInWords(story.sender)}: police file`, reply.problem);
  return reply.ok;
}

/** A team that still had open questions in its notice sends the police file when somebody asks for it; every other on the next morning. */
const isFileLate = ({ from }: Story): boolean => (from.notice.not_yet_known ?? []).length > 0;

export async function allocate(story: Story): Promise<void> {
  await story.until(nextDeskTime(story.now()));
  if (!isFileLate(story)) await sendPoliceFile(story);
  const [practitioner = ''] = holders(story.scene.everybody, 'practitioner', story.area);
  await act(story, { role: 'dutyManager', event: 'caseAllocated', body: { practitioner }, says: 'allocates the case to a practitioner' });
}

export async function assess(story: Story, seen: SeenCase): Promise<void> {
  const { notAssessed } = story.from;
  await story.until(inWorkingDays(story.now(), isUrgent(seen) ? 1 : 2));
  if (notAssessed !== null) return notPossible(story, notAssessed);
  await act(story, { role: 'practitioner', event: 'firstAppointmentHeld', says: 'meets the child and the family' });
  await findAdult(story);
  if (!isUrgent(seen)) await story.until(inWorkingDays(story.now(), 3));
  const document = await paper(story, 'practitioner', 'assessment');
  await paper(story, 'practitioner', 'summary');
  await paper(story, 'practitioner', 'voiceOfChild');
  await paper(story, 'practitioner', 'voiceOfParent');
  await act(story, { role: 'practitioner', event: 'assessmentCompleted', body: { document }, says: 'completes the assessment' });
}

/** Where the law says that the adult of the interview will not do, another one is found for everything that follows. */
async function findAdult(story: Story): Promise<void> {
  const wanting = (await disposalsOf(story)).filter((one) => needs(one, 'suitableAdult')).map(({ disposal }) => disposal);
  if (wanting.length === 0) return;
  tell(story, 'the law says', `${wanting.join(', ')}: an appropriate adult who is suitable is still to be found`, 'law');
  await obtain(story, 'suitableAdult');
}

async function notPossible(story: Story, { on, attempts }: { readonly on: string; readonly attempts: readonly string[] }): Promise<void> {
  await story.until(laterOf(story.now(), instantOfLondon(on, afternoon)));
  const body = { reason: 'The child takes no part in an assessment.', attempts: attempts.map((day) => ({ on: day, how: 'a visit or a call' })) };
  await act(story, { role: 'practitioner', event: 'assessmentNotPossible', body, says: `says that an assessment was not possible, after ${attempts.length} attempts` });
}

export async function countersign(story: Story): Promise<void> {
  await story.until(inWorkingDays(story.now(), 1));
  await act(story, { role: 'teamManager', event: 'assessmentCountersigned', body: { judgements }, says: 'reads it, judges it and lets the case go to the panel' });
}

/** Lists the case for a meeting, hears first views, and goes to the meeting. Without a police file it is not listed. */
export async function list(story: Story, seen: SeenCase): Promise<void> {
  let at = meetingTime(story, seen);
  let meeting = await meetingAt(story, at);
  const listed = await actLawfully(
    story,
    () => ({ role: 'coordinator', event: 'caseListed', body: { meeting }, says: `lists the case for the panel of ${shortDay(londonDay(at))}` }),
    {
      policeFileIsThere: async () => {
        await story.until(inWorkingDays(story.now(), 1));
        const isThere = await sendPoliceFile(story);
        at = meetingTime(story, await look(story));
        meeting = await meetingAt(story, at);
        return isThere;
      },
    },
    () => Promise.resolve(false),
  );
  if (!listed.ok) return;
  const [member] = holders(story.scene.everybody, 'panelMember', story.area);
  if (member !== undefined) await act(story, { role: 'panelMember', event: 'viewRecorded', body: { outcome: 'nfa', reasons: 'A first view, before the others are seen.' }, says: 'records a first view, which the others do not see yet' }, member);
  await story.until(laterOf(story.now(), at));
  await act(story, { role: 'chair', event: 'panelOpened', body: { present: await members(story) }, says: 'opens the case at the panel' });
}

const meetingTime = (story: Story, seen: SeenCase): string => {
  const limits = [dueOn(seen, 'panel'), dueOn(seen, 'chargingLimit')].filter((day) => day !== undefined);
  return panelTime(story.now(), isUrgent(seen) ? '' : (limits.sort()[0] ?? ''));
};

async function members(story: Story): Promise<readonly { readonly person: string; readonly role: string }[]> {
  const { everybody } = story.scene;
  const local = ['teamManager', 'victimOfficer', 'panelMember'].flatMap((role) => holders(everybody, role, story.area).slice(0, 1).map((person) => ({ person, role })));
  return [
    { person: await who(story, 'chair'), role: 'chair' },
    { person: await who(story, 'policeDecisionMaker'), role: 'policeDecisionMaker' },
    ...local,
  ];
}

/** The meeting of that area and time, called once and shared by all whose cases come before it. */
async function meetingAt(story: Story, at: string): Promise<string> {
  const { meetings, player } = story.scene;
  const key = `${story.area} ${at}`;
  const called =
    meetings.get(key) ??
    (async () => {
      const reply = await player.write<{ meeting: string }>(await who(story, 'coordinator'), 'POST', '/api/meetings', { at, members: await members(story) });
      return needed(reply, `A meeting on ${at}`).meeting;
    })();
  meetings.set(key, called);
  return called;
}
