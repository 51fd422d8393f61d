import { type Facts } from '../facts.js';
import {
  acceptsResponsibility,
  domesticVictims,
  gravityOf,
  isSexual,
  mostSeriousTrialClass,
  wasServiceConsulted,
} from '../readings.js';
import { type Lacking, type Rules } from '../rule.js';
import {
  gravityMatrix,
  homeOfficeOutcomes,
  inspectorStatement,
  localPolicy,
  outcome22Guidance,
  resolutionGuidance,
} from '../sources.js';
import { informalFrom } from '../gravity.js';

const inForce = { from: '2013-04-08' } as const;
const row = { inForce, datedBy: 'decision', reach: 'national' } as const;
const isFarOut = (facts: Facts): boolean | Lacking => {
  const score = gravityOf(facts);
  return score === undefined ? { lacks: 'gravity' } : score >= informalFrom;
};
const isDomestic = (facts: Facts): boolean => domesticVictims(facts).length > 0;

function showsAnOffence({ evidence }: Facts): boolean | Lacking {
  if (evidence === undefined || evidence.isMet) return evidence !== undefined;
  // A higher test that failed says nothing about this one.
  return evidence.level === 'offenceTookPlace' ? false : { lacks: 'evidence' };
}

function acceptanceOrNumber(facts: Facts): boolean | Lacking {
  const accepts = acceptsResponsibility(facts);
  if (accepts === true || facts.resolutionNumber === '22') return true;
  if (accepts === undefined) return { lacks: 'admissionNoted' };
  return facts.resolutionNumber === '8' ? false : { lacks: 'resolutionNumber' };
}

const isGrave = (facts: Facts): boolean | Lacking =>
  isSexual(facts) || mostSeriousTrialClass(facts) === 'indictable-only' || isFarOut(facts);

/** The restorative disposal (community resolution) and outcome 22: neither rests on an admission in the caution's sense. */
export const resolutionRules = {
  evidenceShowsAnOffence: [
    {
      ...row,
      source: resolutionGuidance,
      status: 'verified',
      protective: true,
      binds: 'deciding',
      needs: ['evidence'],
      holds: showsAnOffence,
    },
  ],
  acceptsResponsibilityOrAdmits: [
    {
      ...row,
      source: resolutionGuidance,
      status: 'verified',
      protective: true,
      binds: 'giving',
      needs: [],
      holds: acceptanceOrNumber,
    },
  ],
  inspectorAuthorisesResolution: [
    {
      ...row,
      source: inspectorStatement,
      status: 'verified',
      protective: false,
      binds: 'giving',
      needs: ['offences'],
      concerns: isGrave,
      holds: (facts) => facts.inspectorAuthority ?? { lacks: 'inspectorAuthority' },
    },
  ],
  abuseIsNotByPartner: [
    {
      ...row,
      source: {
        act: 'ACPO guidance 2012, as reported in 2019',
        at: 'intimate-partner domestic abuse',
        url: 'https://www.thenorthernecho.co.uk',
      },
      status: 'verified',
      protective: false,
      binds: 'deciding',
      needs: [],
      holds: (facts) => !domesticVictims(facts).some(({ isPartner }) => isPartner === true),
    },
  ],
  homeIsSafeForMeeting: [
    {
      ...row,
      reach: 'local',
      source: localPolicy('safety, also at home, is looked at before any meeting'),
      status: 'toBeConfirmed',
      protective: true,
      binds: 'giving',
      needs: [],
      concerns: isDomestic,
      holds: (facts) => facts.victimSafetyReview === true || { lacks: 'victimSafetyReview' },
    },
  ],
  informalDisposalHasReason: [
    {
      ...row,
      source: gravityMatrix,
      status: 'verified',
      protective: false,
      binds: 'deciding',
      needs: ['offences'],
      concerns: isFarOut,
      holds: (facts) => facts.informalReason === true || facts.decision?.hasReasons === true || { lacks: 'informalReason' },
    },
  ],
  seniorOfficerApprovesInformalDisposal: [
    {
      ...row,
      reach: 'local',
      source: localPolicy('a senior officer approves outcome 22 at a score of 4 or 5; knife guidance of 2026 to be confirmed'),
      status: 'toBeConfirmed',
      protective: false,
      binds: 'planning',
      needs: ['offences'],
      concerns: isFarOut,
      holds: (facts) => facts.seniorOfficerApproval ?? { lacks: 'seniorOfficerApproval' },
    },
  ],
  historyWasConsultedOn: [
    {
      ...row,
      source: {
        ...resolutionGuidance,
        at: 'NPCC community resolution guidance, as summarised: a sergeant or the youth justice service is asked where there is a history',
      },
      status: 'verified',
      protective: true,
      binds: 'giving',
      needs: ['previousOutcomes'],
      concerns: ({ previousOutcomes = [] }) => previousOutcomes.some(({ isSetAside }) => isSetAside !== true),
      holds: (facts) =>
        facts.panel?.present.some(({ isPoliceDecider }) => isPoliceDecider === true) === true || wasServiceConsulted(facts),
    },
  ],
  agreementGiven: [
    {
      ...row,
      source: resolutionGuidance,
      status: 'verified',
      protective: true,
      binds: 'giving',
      needs: ['consentGiven'],
      holds: ({ consentGiven }) => consentGiven === true,
    },
  ],
  activityIsComplete: [
    {
      ...row,
      inForce: { from: '2019-04-01' },
      source: outcome22Guidance,
      status: 'verified',
      protective: true,
      binds: 'recording',
      needs: ['crimeOutcomeNumber'],
      concerns: ({ crimeOutcomeNumber }) => crimeOutcomeNumber === '22',
      holds: ({ activityCompletedOn }) => activityCompletedOn !== undefined || { lacks: 'activityCompletedOn' },
    },
  ],
  noActionIsInPublicInterest: [
    {
      ...row,
      inForce: { from: '2019-04-01' },
      source: homeOfficeOutcomes('outcome 22: further action is not in the public interest; the counting rules were not read'),
      status: 'toBeConfirmed',
      protective: true,
      binds: 'recording',
      needs: ['crimeOutcomeNumber'],
      concerns: ({ crimeOutcomeNumber }) => crimeOutcomeNumber === '22',
      holds: ({ decision, informalReason }) =>
        decision?.hasReasons === true || informalReason === true || { lacks: 'informalReason' },
    },
  ],
} as const satisfies Rules;
