import { ask, judged } from '../ordinary-case.js';

const offences = [{ code: 'PK78003', on: '2026-11-18', triable: 'either-way' }] as const;

describe('a caution for a sexual offence', () => {
  it('Schedule 3 SOA 2003 (notificationExplained): nothing is given before the notification position was explained', () => {
    expect(ask('notificationExplained')).toBe('doesNotApply');
    expect(judged('notificationExplained', { offences })).toMatchObject({ answer: 'unknown', help: 'record', blocks: true });
    expect(ask('notificationExplained', { offences, notificationExplained: false })).toBe('unknown');
    expect(ask('notificationExplained', { offences, notificationExplained: true })).toBe('met');
    expect(ask('notificationExplained', { offences: undefined })).toBe('unknown');
  });

  it('Schedule 3 SOA 2003 (adviceOfferedAgain): the offer of help is made again; any answer is enough', () => {
    expect(ask('adviceOfferedAgain')).toBe('doesNotApply');
    expect(judged('adviceOfferedAgain', { offences })).toMatchObject({
      answer: 'unknown',
      missing: ['adviceOfferedAgain'],
      help: 'record',
    });
    expect(ask('adviceOfferedAgain', { offences, adviceOfferedAgain: true })).toBe('met');
    expect(ask('adviceOfferedAgain', { offences, adviceAnswer: 'declined' })).toBe('met');
    expect(ask('adviceOfferedAgain', { offences, adviceTaken: true })).toBe('unknown');
  });
});
