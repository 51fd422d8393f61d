import { isIn, ownerOfRoom, rooms, teamOf } from './rooms.js';

describe('rooms', () => {
  it.each([
    [rooms.youthJustice('vale'), 'yjs:vale', 'vale'],
    [rooms.seconded('vale'), 'seconded:vale', 'vale'],
    [rooms.victims('vale'), 'victims:vale', 'vale'],
    [rooms.prosecutors('vale'), 'cps:vale', 'vale'],
    [rooms.team('gwent-police', 'custody'), 'team:gwent-police:custody', 'gwent-police'],
    [rooms.force('gwent-police'), 'force:gwent-police', 'gwent-police'],
    [rooms.oversight('south-wales-commissioner'), 'oversight:south-wales-commissioner', 'south-wales-commissioner'],
    [rooms.meeting('0193a000-0000-7000-8000-000000000001'), 'meeting:0193a000-0000-7000-8000-000000000001', null],
    [rooms.administration, 'administration', null],
  ])('%s is %s, and %s lets people in', (room, code, owner) => {
    expect(room).toBe(code);
    expect(ownerOfRoom(room)).toBe(owner);
  });

  it.each(['', 'yjs', 'yjs:', 'yjs:Vale', 'team:vale', 'team:vale:', 'king:vale', 'yjs:vale:more', 'xyjs:vale'])(
    '%s is no room',
    (text) => {
      expect(ownerOfRoom(text)).toBeNull();
    },
  );

  it('takes the first team room of a person for their team', () => {
    expect(teamOf({ rooms: ['force:a', 'team:a:one', 'team:a:two'] })).toBe('team:a:one');
    expect(teamOf({ rooms: ['yjs:vale'] })).toBeNull();
    expect(isIn({ rooms: ['team:a:one'] }, 'team:a:one')).toBe(true);
  });
});
