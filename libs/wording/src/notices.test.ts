import cyStatus from './cy-status.json' with { type: 'json' };
import { clockInWords } from './clocks.js';
import eventsCy from './cy/events.json' with { type: 'json' };
import eventsEn from './en/events.json' with { type: 'json' };
import { eventInWords } from './events.js';
import { noticeInWords } from './notices.js';

describe('a notice about a clock', () => {
  it('says what is due, in the words of that clock', () => {
    expect(noticeInWords({ code: 'clockDueSoon', clock: 'assessment' }, 'en')).toBe('Due soon: the assessment.');
    expect(noticeInWords({ code: 'clockDueToday', clock: 'panel' }, 'cy')).toBe('Yn ddyledus heddiw: y panel.');
    expect(noticeInWords({ code: 'clockOnBoardList', clock: 'policeFile' }, 'en')).toBe(
      'So late that it stands on the list of exceptions: the police file.',
    );
  });

  it('says which one, where a case has several of a kind', () => {
    expect(noticeInWords({ code: 'clockOverdue', clock: 'victimTold:V1' }, 'en')).toBe(
      'Overdue: telling the victim of the decision (V1).',
    );
    expect(noticeInWords({ code: 'clockOverdue', clock: 'handOff:probation' }, 'cy')).toBe(
      'Yn hwyr: ateb y gwasanaeth arall i drosglwyddiad (gwasanaeth prawf).',
    );
  });

  it('of a charging limit never makes the date a reason to charge', () => {
    for (const code of ['clockDueSoon', 'clockDueToday', 'clockOverdue', 'clockOnBoardList', 'clockMoved']) {
      expect(noticeInWords({ code, clock: 'chargingLimit' }, 'en')).toContain('which is no reason to charge');
      expect(noticeInWords({ code, clock: 'chargingLimit' }, 'cy')).toContain("nad yw'n rheswm dros gyhuddo");
    }
  });

  it('needs no clock where it is about none, and shows a code that has no words as it is', () => {
    expect(noticeInWords({ code: 'awaitingPanel', clock: null }, 'en')).toBe('A case is ready to be listed for a panel.');
    expect([noticeInWords({ code: 'unheardOf', clock: null }, 'cy'), clockInWords('unheardOf', 'en')]).toEqual([
      'unheardOf',
      'unheardOf',
    ]);
  });
});

describe('an event in a history', () => {
  it('has words in both languages, and no two events the same', () => {
    expect(eventInWords('panelDecisionRecorded', 'en')).toBe('Recommendation of the panel recorded');
    expect(eventInWords('panelDecisionRecorded', 'cy')).toBe('Cofnodwyd argymhelliad y panel');
    for (const texts of [eventsEn, eventsCy]) expect(new Set(Object.values(texts)).size).toBe(Object.keys(texts).length);
  });
});

it('the Welsh of clocks and events is a draft until a translator has read it', () => {
  expect(cyStatus).toMatchObject({ clocks: 'draft', events: 'draft', notices: 'draft' });
});
