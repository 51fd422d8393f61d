import { type Attendee, type Facts } from '../facts.js';
import { type Rules } from '../rule.js';
import { inspectionStandards, localPolicy, swanseaBureau, valePack } from '../sources.js';

const row = {
  status: 'toBeConfirmed',
  protective: true,
  reach: 'local',
  inForce: { from: '2013-04-08' },
  datedBy: 'decision',
  binds: 'deciding',
} as const;

/** Blank it is a finding that stands in nobody's way: a child or parent who wishes to say nothing delays nothing. */
const voice = { ...row, protective: false, reach: 'national', binds: 'listing', needs: [] } as const;

const sat = (facts: Facts, person: string): boolean =>
  (facts.panel?.present ?? []).some((attendee) => attendee.person === person);
const present = ({ panel }: Facts): readonly Attendee[] =>
  (panel?.present ?? []).filter(({ person }) => panel?.conflicts.includes(person) !== true);

/** Quorum, conflicts and who may decide. Whoever is in a conflict does not count towards the quorum. */
export const panelRules = {
  policeFileIsThere: [
    {
      ...row,
      source: localPolicy('no case is listed for a panel without the police file'),
      binds: 'listing',
      needs: ['policeFile'],
      holds: ({ policeFile }) => policeFile === true,
    },
  ],
  policeDeciderIsPresent: [
    {
      ...row,
      source: localPolicy('quorum: one police decision maker'),
      needs: ['panel'],
      holds: (facts) => present(facts).some(({ isPoliceDecider }) => isPoliceDecider === true),
    },
  ],
  youthJusticeVoiceIsPresent: [
    {
      ...row,
      source: localPolicy(
        'quorum: one manager of the youth justice service or delegate; the case’s own assessor is not the only voice',
      ),
      needs: ['panel'],
      holds: (facts) => present(facts).some(({ isYouthJustice, isAssessor }) => isYouthJustice === true && isAssessor !== true),
    },
  ],
  communityMemberIsPresent: [
    {
      ...row,
      source: swanseaBureau(
        'panel of Bureau coordinator, police sergeant and community member; that it is no panel without them is our reading',
      ),
      needs: ['panel'],
      holds: (facts) => present(facts).some(({ isCommunity }) => isCommunity === true),
    },
  ],
  victimInputIsRecorded: [
    {
      ...row,
      source: localPolicy('quorum: the victim officer’s input is on record; what it says is the victim’s'),
      needs: ['panel', 'victimCount'],
      concerns: ({ victimCount }) => victimCount !== 0,
      holds: ({ panel }) => panel?.hasVictimInput === true,
    },
  ],
  nobodyPresentHasConflict: [
    {
      ...row,
      source: localPolicy(
        'whoever declared a conflict, arrested, investigated, acted as appropriate adult or is related takes no part',
      ),
      needs: ['panel'],
      holds: ({ panel, arrestingOfficer, investigator }) =>
        !(panel?.present ?? []).some(({ person }) =>
          [...(panel?.conflicts ?? []), arrestingOfficer, investigator].includes(person),
        ),
    },
  ],
  deciderDidNotArrest: [
    {
      ...row,
      source: localPolicy('the officer who arrested is not the only decision maker'),
      needs: ['policeDecision'],
      holds: ({ policeDecision, arrestingOfficer, investigator }) =>
        policeDecision?.by !== arrestingOfficer && policeDecision?.by !== investigator,
    },
  ],
  countersignerIsNotAuthor: [
    {
      ...row,
      source: localPolicy('the assessment is countersigned by a manager who did not write it'),
      binds: 'listing',
      needs: ['assessmentAuthor', 'countersigner'],
      holds: ({ assessmentAuthor, countersigner }) => assessmentAuthor !== countersigner,
    },
  ],
  childsVoiceIsInAssessment: [
    {
      ...voice,
      source: inspectionStandards(
        'assessment: child and parents are involved; that the child’s own words are a paper of it is our reading',
      ),
      holds: ({ voiceOfChild }) => voiceOfChild === true || { lacks: 'voiceOfChild' },
    },
  ],
  parentsVoiceIsInAssessment: [
    {
      ...voice,
      source: inspectionStandards(
        'assessment: child and parents are involved; that the parents’ own words are a paper of it is our reading',
      ),
      holds: ({ voiceOfParent }) => voiceOfParent === true || { lacks: 'voiceOfParent' },
    },
  ],
  escalationDeciderDidNotSit: [
    {
      ...row,
      source: localPolicy('whoever sat on the panel does not decide its escalation'),
      needs: ['escalation', 'panel'],
      holds: (facts) => facts.escalation !== undefined && !sat(facts, facts.escalation.decider),
    },
  ],
  escalationDeciderRanksHighEnough: [
    {
      ...row,
      source: valePack(
        'no consensus: the youth justice sergeant decides; that a challenged departure goes to an inspector is our reading',
      ),
      needs: ['escalation'],
      holds: ({ escalation }) =>
        escalation?.rank === 'inspector' || (escalation?.rank === 'sergeant' && escalation.isOfDeparture !== true),
    },
  ],
} as const satisfies Rules;
