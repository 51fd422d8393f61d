import { londonDay } from '#calendar';
import { act, paper, type Story } from './story.js';
import { inWorkingDays } from './office-time.js';

type Source = { readonly role: string; readonly value?: unknown; readonly says: string };

/** Who can record a fact that the law looks for, and what they say. Admission, consent and the answer to advice are not among them. */
const sources: { readonly [fact: string]: Source } = {
  wasOutsideDwelling: { role: 'policeDecisionMaker', says: 'records that somebody outside the dwelling was affected' },
  informalReason: { role: 'policeDecisionMaker', says: 'records that there is a reason for an informal outcome at this score' },
  seniorOfficerApproval: { role: 'inspector', says: 'approves an informal outcome at this score' },
  inspectorAuthority: { role: 'inspector', says: 'authorises a resolution for this offence' },
  directorAuthority: { role: 'prosecutor', says: 'has the Director’s consent to a prosecution' },
  resolutionNumber: { role: 'policeDecisionMaker', value: '22', says: 'notes that only outcome 22 fits a resolution here' },
  targetedPlan: { role: 'practitioner', says: 'has a targeted plan from the assessment' },
  victimSafetyReview: { role: 'practitioner', says: 'has looked at the safety of the victim and of the home with the victim officer' },
  notificationExplained: { role: 'deliveryOfficer', says: 'explains in plain words what notification would mean' },
  adviceOfferedAgain: { role: 'deliveryOfficer', says: 'offers a solicitor’s help once more' },
  policeLegalView: { role: 'policeDecisionMaker', says: 'has the view of police legal' },
  suitableAdult: { role: 'practitioner', says: 'finds another appropriate adult, who is suitable' },
};

/** Facts that somebody can be asked for, as the needs of a disposal name them; `givingOn` and `planEndsOn` come with arranging and planning. */
export const obtainable: ReadonlySet<string> = new Set([...Object.keys(sources), 'cps', 'trafficking', 'proceedingsEndedOn', 'givingOn', 'planEndsOn', 'policeFile']);

/** Gets a fact on record by whoever may say it; false where nobody of the demonstration can. */
export async function obtain(story: Story, fact: string): Promise<boolean> {
  if (fact === 'cps') return askProsecutor(story);
  if (fact === 'trafficking') return mechanismDecides(story);
  if (fact === 'proceedingsEndedOn') return endProceedings(story);
  const source = sources[fact];
  if (source === undefined) return false;
  return record(story, fact, source);
}

async function record(story: Story, fact: string, { role, value = true, says }: Source): Promise<boolean> {
  const on = londonDay(story.now());
  return (await act(story, { role, event: 'factRecorded', body: { fact, value, on }, says })).ok;
}

/** Where a charge is awaited the prosecutor is asked and answers there; anywhere else it is not the moment to ask. */
async function askProsecutor(story: Story): Promise<boolean> {
  const childInformationForm = await paper(story, 'policeDecisionMaker', 'childInformationForm');
  const asked = await act(story, { role: 'policeDecisionMaker', event: 'cpsAuthorityRequested', body: { childInformationForm }, says: 'asks the prosecutor, with the child information form' });
  return asked.ok && (await prosecutorAnswers(story));
}

export async function prosecutorAnswers(story: Story): Promise<boolean> {
  await story.until(inWorkingDays(story.now(), 3));
  const cpsReference = `CPS/${story.case.reference}`;
  return (await act(story, { role: 'prosecutor', event: 'cpsAuthorised', body: { cpsReference }, says: 'gives the authority, with a reference' })).ok;
}

async function mechanismDecides(story: Story): Promise<boolean> {
  await story.until(inWorkingDays(story.now(), 10));
  return (await act(story, { role: 'practitioner', event: 'nrmDecided', body: { decision: 'conclusiveGrounds' }, says: 'records that the national referral mechanism has decided' })).ok;
}

async function endProceedings(story: Story): Promise<boolean> {
  const value = londonDay(story.now());
  const body = { fact: 'proceedingsEndedOn', value, on: value };
  return (await act(story, { role: 'prosecutor', event: 'factRecorded', body, says: 'ends the proceedings that have begun' })).ok;
}
