import { whomToTell } from './whom-to-tell.js';

const aCase = {
  homeArea: 'vale',
  rooms: ['team:south-wales-police:barry', 'yjs:vale', 'seconded:vale', 'meeting:00000000-0000-4000-8000-000000000001'],
};
const aVictim = { homeArea: null, rooms: ['victims:vale'] };

describe('whom an alert tells', () => {
  it.each([
    ['practitioner', 'yjs:vale', 'practitioner'],
    ['headOfService', 'yjs:vale', 'headOfService'],
    ['youthJusticeSergeant', 'seconded:vale', 'youthJusticeSergeant'],
    ['prosecutor', 'cps:vale', 'prosecutor'],
    ['victimOfficer', 'victims:vale', 'victimOfficer'],
    ['referringSupervisor', 'team:south-wales-police:barry', 'referringSupervisor'],
    ['panelMember', 'meeting:00000000-0000-4000-8000-000000000001', 'panelMember'],
    // No board member, administrator or performance officer is in a room of a case.
    ['board', 'yjs:vale', 'headOfService'],
    ['performanceOfficer', 'yjs:vale', 'headOfService'],
    ['administrator', 'yjs:vale', 'headOfService'],
  ])('%s of a case: in %s, to %s', (tell, room, role) => {
    expect(whomToTell(tell, aCase)).toEqual([{ room, role }]);
  });

  it('tells a manager of the area that a victim was not told, although the file stands in the victim service alone', () => {
    expect(whomToTell('victimOfficer', aVictim)).toEqual([{ room: 'victims:vale', role: 'victimOfficer' }]);
    expect(whomToTell('teamManager', aVictim)).toEqual([{ room: 'yjs:vale', role: 'teamManager' }]);
  });

  it('tells the home service of a case in the care of two, and both where none is its home', () => {
    const rooms = ['yjs:vale', 'yjs:cardiff'];
    expect(whomToTell('practitioner', { homeArea: 'cardiff', rooms })).toEqual([{ room: 'yjs:cardiff', role: 'practitioner' }]);
    expect(whomToTell('practitioner', { homeArea: null, rooms }).map(({ room }) => room)).toEqual(rooms);
  });

  it('tells the scrutiny lead of a draw in the room of their body', () => {
    const aDraw = { homeArea: null, rooms: ['oversight:south-wales-commissioner'] };
    expect(whomToTell('scrutinyLead', aDraw)).toEqual([{ room: 'oversight:south-wales-commissioner', role: 'scrutinyLead' }]);
  });

  it('tells nobody where nobody has a queue', () => {
    expect(whomToTell('referringSupervisor', aVictim)).toEqual([]);
  });
});
