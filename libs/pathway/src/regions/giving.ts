import { type Events, but, does, end, gated, given, on, reconsider, start, stays, waitsFor } from '../branches.js';

const withRecord = ['yrd', 'yc', 'ycc'] as const;

/** What is learned while an outcome is being carried out may take the ground from it: it goes back to whoever decides. */
export const groundsLost: Events = {
  decisionReopened: reconsider,
  offencesChanged: reconsider,
  nrmReferred: reconsider,
  admissionWithdrawn: [
    { ...reconsider, ...on(withRecord) },
    { ...on(but(...withRecord)), ...stays },
  ],
  turnedEighteen: [
    { ...reconsider, ...on(['yc', 'ycc']), actions: [end('eighteenthBirthday')] },
    { ...on(but('yc', 'ycc')), ...does(end('eighteenthBirthday')) },
  ],
};

/** The plan with child and family. Conditions of a conditional caution are changed by `decider` alone. */
export const awaitingPlanAgreement = (decider: '#awaitingPoliceDecision' | '#awaitingClinic') =>
  waitsFor('awaitingPlanAgreement', 'planAgreement', {
    planAgreed: [...gated(['o22', 'o23'], '#inIntervention'), ...gated(['yrd', 'ycc'], '#awaitingDelivery')],
    planChangeRequested: [
      { target: decider, ...on(['ycc']) },
      { ...on(but('ycc')), ...stays },
    ],
    planDeclined: reconsider,
  });

export const awaitingDelivery = waitsFor('awaitingDelivery', null, {
  // For a youth caution the programme is voluntary and runs beside the delivery; declining it has no effect.
  planAgreed: { ...on(['yc']), ...stays },
  planDeclined: { ...on(['yc']), ...stays },
  deliveryArranged: stays,
  deliveryPostponed: stays,
  disposalGiven: [
    given('yrd', '#inIntervention', [start('crimeRecord')]),
    given('yc', '#inIntervention', [start('crimeRecord')], { hasPlan: true }),
    given('yc', '#awaitingCrimeOutcome', [], { hasPlan: false }),
    given('ycc', '#inIntervention', [start('crimeRecord'), start('yccEnd')]),
  ],
  admissionNotConfirmed: reconsider,
  consentNotGiven: { ...reconsider, ...on(['yrd', 'ycc']) },
});
