import { panelOf } from './deciding-lessons.js';
import { type Lessons } from './lesson.js';

export const factLessons = {
  // Any fact of the law's table may come this way, so `brings` cannot name it; the commands check who may record which.
  factRecorded: { brings: [], fold: ({ fact, value }) => ({ [fact]: value }) },
  factCorrected: { brings: [], fold: ({ fact, value }) => ({ [fact]: value }) },
  policeFileReceived: { brings: ['policeFile'], fold: ({ learned }) => ({ ...learned, policeFile: true }) },
  admissionRecorded: {
    brings: ['admissionNoted'],
    clears: ['admissionWithdrawn', 'admissionIndicated'],
    fold: ({ admission }) => ({ admissionNoted: admission }),
  },
  admissionWithdrawn: { brings: ['admissionWithdrawn'], fold: () => ({ admissionWithdrawn: true }) },
  offencesChanged: { brings: ['offences'], fold: ({ offences }) => ({ offences }) },
  nrmReferred: { brings: ['trafficking'], fold: (_, __, on) => ({ trafficking: { isReferred: true, on } }) },
  nrmDecided: {
    brings: ['trafficking'],
    fold: ({ decision }, { trafficking }) => ({ trafficking: { ...trafficking, isReferred: true, decision } }),
  },
  childMissing: { brings: ['missingSince'], fold: (_, __, on) => ({ missingSince: on }) },
  childFound: { brings: [], clears: ['missingSince'], fold: () => ({}) },
  childDied: { brings: ['ending'], clears: ['missingSince'], fold: () => ({ ending: 'died' }) },
  adviceGiven: { brings: ['adviceTaken'], fold: () => ({ adviceTaken: true }) },
  victimUpdated: {
    brings: ['victims'],
    fold: ({ victim }, { victims = [] }) => ({ victims: [...victims.filter(({ ref }) => ref !== victim.ref), victim] }),
  },
  victimInformed: {
    brings: ['victimsTold'],
    fold: ({ ref }, { victimsTold }, on) => ({ victimsTold: { ...victimsTold, [ref]: on } }),
  },
  victimReviewRequested: { brings: ['reviewAskedBy'], fold: ({ ref }) => ({ reviewAskedBy: ref }) },
  victimReviewAnswered: { brings: [], clears: ['reviewAskedBy'], fold: () => ({}) },
  conflictDeclared: {
    brings: ['panel'],
    fold: ({ person }, facts) => ({
      panel: { ...panelOf(facts), conflicts: [...new Set([...panelOf(facts).conflicts, person])] },
    }),
  },
  documentRecorded: {
    brings: ['voiceOfChild', 'voiceOfParent'],
    fold: ({ kind }) => ({
      ...(kind === 'voiceOfChild' && { voiceOfChild: true }),
      ...(kind === 'voiceOfParent' && { voiceOfParent: true }),
    }),
  },
  bailChanged: { brings: ['bail'], fold: ({ bail }) => ({ bail }) },
  courtDateSet: { brings: ['court'], fold: ({ court }) => ({ court }) },
  referralsMerged: {
    brings: ['merger', 'receivedAt', 'ending'],
    fold: ({ part, other, firstReceivedAt }) => ({
      merger: { part, other, isUndone: false },
      receivedAt: firstReceivedAt,
      ...(part === 'absorbed' && { ending: 'merged' as const }),
    }),
  },
  referralsUnmerged: {
    brings: ['merger', 'receivedAt'],
    fold: ({ part, other, firstReceivedAt }) => ({ merger: { part, other, isUndone: true }, receivedAt: firstReceivedAt }),
  },
} as const satisfies Lessons;
