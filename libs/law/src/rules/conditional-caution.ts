import { domesticVictims, isHateCrime, wasServiceConsulted } from '../readings.js';
import { type Rules } from '../rule.js';
import { conditionalCautionGuidance, crimeAndDisorder, indictableAuthority } from '../sources.js';
import { isAdmitted, isAuthorised, isEnoughToCharge, isIndictableOnly, isUnderEighteen } from './youth-caution.js';

const inForce = { from: '2013-04-08' } as const;

/** What is believed to be asked and was not read: it warns, until somebody confirms it. */
const warning = {
  status: 'toBeConfirmed',
  protective: false,
  reach: 'national',
  inForce,
  datedBy: 'decision',
  binds: 'deciding',
  needs: [],
} as const;
const furtherGate = { ...warning, holds: () => false } as const;

/** Crime and Disorder Act 1998 ss.66A-66H and the guidance on them: the youth conditional caution. */
export const conditionalCautionRules = {
  evidenceSufficesForConditionalCaution: [
    {
      source: crimeAndDisorder('s.66B(1)-(2)'),
      status: 'verified',
      protective: true,
      reach: 'law',
      inForce,
      datedBy: 'decision',
      binds: 'deciding',
      needs: ['evidence'],
      holds: isEnoughToCharge,
    },
  ],
  childAdmitsToAuthorisedPerson: [
    {
      source: crimeAndDisorder('s.66B(3)'),
      status: 'verified',
      protective: true,
      reach: 'law',
      inForce,
      datedBy: 'decision',
      binds: 'deciding',
      needs: [],
      holds: isAdmitted,
    },
  ],
  childIsUnderEighteenAtConditionalCaution: [
    {
      source: crimeAndDisorder('s.66A with s.117'),
      status: 'toBeConfirmed',
      protective: true,
      reach: 'law',
      inForce,
      datedBy: 'delivery',
      binds: 'giving',
      needs: ['bornOn'],
      holds: isUnderEighteen,
    },
  ],
  prosecutorAuthorisesIndictableConditionalCaution: [
    {
      source: indictableAuthority,
      status: 'verified',
      protective: true,
      reach: 'national',
      inForce,
      datedBy: 'decision',
      binds: 'confirming',
      needs: ['offences'],
      concerns: isIndictableOnly,
      holds: (facts) => isAuthorised(facts, 'ycc'),
    },
  ],
  serviceConsultedOnConditionalCaution: [
    {
      source: {
        ...conditionalCautionGuidance,
        at: '1.2: the youth offending team is consulted before a conditional caution is offered',
      },
      status: 'verified',
      protective: true,
      reach: 'national',
      inForce,
      datedBy: 'decision',
      binds: 'giving',
      needs: [],
      holds: wasServiceConsulted,
    },
  ],
  authorisedPersonDecided: [
    {
      source: crimeAndDisorder('s.66B(2)'),
      status: 'verified',
      protective: true,
      reach: 'law',
      inForce,
      datedBy: 'decision',
      binds: 'giving',
      needs: ['policeDecision'],
      holds: ({ policeDecision }) => policeDecision?.isAuthorised === true,
    },
  ],
  // The document that the child signs holds the consent; what is said against it at the meeting goes before a signature.
  consentToConditionsGiven: [
    {
      source: crimeAndDisorder('s.66B(6): the signed document holds the consent to the conditions'),
      status: 'verified',
      protective: true,
      reach: 'law',
      inForce,
      datedBy: 'delivery',
      binds: 'giving',
      needs: [],
      holds: ({ consentGiven, documentSigned }) => consentGiven ?? (documentSigned === true || { lacks: 'consentGiven' }),
    },
  ],
  documentSigned: [
    {
      source: crimeAndDisorder('s.66B(6)'),
      status: 'verified',
      protective: true,
      reach: 'law',
      inForce,
      datedBy: 'delivery',
      binds: 'giving',
      needs: ['documentSigned'],
      holds: ({ documentSigned }) => documentSigned === true,
    },
  ],
  childHeardOnReasonableExcuse: [
    {
      source: {
        act: 'Written answer UIN 134625',
        at: 'reasonable excuse is tested first',
        url: 'https://questions-statements.parliament.uk',
      },
      status: 'verified',
      protective: true,
      reach: 'law',
      inForce,
      datedBy: 'decision',
      binds: 'deciding',
      needs: ['nonCompliance'],
      holds: ({ nonCompliance }) => nonCompliance?.isChildHeard === true,
    },
  ],
  arrestPowerUseIsRecorded: [
    {
      ...warning,
      source: crimeAndDisorder(
        's.66E(4)-(5), which apply s.24A of the Criminal Justice Act 2003; that its use is logged is our reading',
      ),
      // Used or not, each is an answer.
      holds: ({ arrestedForBreach }) => arrestedForBreach !== undefined || { lacks: 'arrestedForBreach' },
    },
  ],
  domesticAbuseGateIsMet: [
    {
      ...furtherGate,
      source: { ...conditionalCautionGuidance, at: 'whether domestic abuse needs a further gate; not read' },
      concerns: (facts) => domesticVictims(facts).length > 0,
    },
  ],
  hateCrimeGateIsMet: [
    {
      ...furtherGate,
      source: { ...conditionalCautionGuidance, at: 'whether hate crime needs a further gate; not read' },
      needs: ['offences'],
      concerns: isHateCrime,
    },
  ],
} as const satisfies Rules;
