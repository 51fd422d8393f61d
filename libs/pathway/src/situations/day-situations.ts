import { bankHolidays, type Calendar } from '#calendar';
import { type CaseFacts } from '../case-facts.js';
import { day, reading, type Situation, type Step, step } from './situation.js';
import { allocated, bornOn, panelSays, toPanel, usualAnswers, usualChild } from './usual-steps.js';

const receivedAt = (instant: string): CaseFacts => ({ ...usualChild, receivedAt: instant });
const proclaimed: Calendar = {
  ...bankHolidays,
  version: `${bankHolidays.version}-proclaimed`,
  holidays: [...bankHolidays.holidays, { date: '2026-11-27', title: 'State occasion' }],
};
const sinceProclaimed = (one: Step): Step => ({ ...one, calendar: proclaimed });

/** Situations of days: what is due when, by which calendar. */
export const daySituations: readonly Situation[] = [
  ...(
    [
      ['16:55', '2027-01-19', '2027-01-26'],
      ['17:05', '2027-01-20', '2027-01-27'],
    ] as const
  ).map(([time, panelDue, deliveryDue]): Situation => ({
    number: 3,
    title: `referred on Christmas Eve at ${time}`,
    facts: receivedAt(`2026-12-24T${time}:00.000Z`),
    steps: [
      ...day('2026-12-29', reading(allocated, { panelDue })),
      ...day(panelDue, ...toPanel.slice(1), reading(step(panelSays('yrd'), 'awaitingPoliceDecision'), { deliveryDue })),
    ],
  })),
  {
    number: 4,
    title: 'a holiday is proclaimed: what is still open is due a day later, and is decided as lawfully as before',
    facts: usualChild,
    steps: [
      reading(allocated, { panelDue: '2026-12-07' }),
      ...toPanel.slice(1).map((one, place) => (place === 0 ? reading(sinceProclaimed(one), { panelDue: '2026-12-08' }) : one)),
      reading(step(panelSays('yrd'), 'awaitingPoliceDecision', ['stop panel', 'start delivery', 'start policeDecision']), {
        deliveryDue: '2026-12-01',
      }),
      reading(sinceProclaimed(step({ type: 'adviceGiven' }, 'awaitingPoliceDecision', ['record'])), {
        deliveryDue: '2026-12-02',
      }),
    ],
  },
  {
    number: 4,
    title: 'a holiday moves the day of giving onto the eighteenth birthday: the law answers by the day as it is counted now',
    facts: bornOn('2008-12-15'),
    steps: [
      reading(allocated, { deliveryDue: '2026-12-14', answers: { yc: 'allowed' } }),
      reading(sinceProclaimed(step({ type: 'adviceGiven' }, 'awaitingAssessment', ['record'])), {
        deliveryDue: '2026-12-15',
        answers: { yc: 'needs' },
      }),
    ],
  },
  ...(
    [
      ['2026-11-16T10:15:00.000Z', '2026-12-07'],
      ['2026-11-16T18:00:00.000Z', '2026-12-08'],
    ] as const
  ).map(([instant, panelDue]): Situation => ({
    number: 5,
    title: `one of two children of one incident, in areas of their own: a clock of its own (${panelDue}) and the same scale`,
    facts: receivedAt(instant),
    steps: [
      reading(allocated, { panelDue, answers: usualAnswers }),
      ...toPanel.slice(1),
      reading(step(panelSays('o22'), 'awaitingPoliceDecision'), { answers: usualAnswers }),
    ],
  })),
];
