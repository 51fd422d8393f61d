import {
  type Context,
  Ledger,
  machine,
  type NewNotice,
  type Outcome,
  type Refused,
  refused,
  type StreamFile,
  type Written,
} from '#ledger';
import { rooms } from '#people';
import { Injectable } from '@nestjs/common';
import { preparedKey } from '../../draws/draw-keys.js';
import { moveDraw } from '../../draws/draw-move.js';
import { drawRecordOf } from '../../draws/draw-record.js';
import { uuidOf } from '../../draws/uuid-of.js';

/** What the jobs know of the other draws: whether this window is drawn on another file, or a later one is already prepared. */
export type RemindOrder = { readonly reference: string; readonly isOvertaken: boolean };
export type Reminded = { readonly reference: string; readonly what: 'reminded' | 'lapsed' };

/**
 * Reminds the lead once, when the window is over and there is no frame yet; from then on the clock's ladder climbs. A prepared draw that
 * was overtaken lapses: the record shows that its window was not drawn from it. Refuses `notNow` where there is nothing to say.
 */
@Injectable()
export class RemindDraw {
  constructor(private readonly ledger: Ledger) {}

  run({ reference, isOvertaken }: RemindOrder): Promise<Outcome<Reminded>> {
    return this.ledger.write<Reminded>(machine, { of: [{ reference }] }, ([file], context) => {
      if (!file?.exists || file.kind !== 'draw') return refused('notFound');
      return isOvertaken && file.state === 'prepared' ? lapse(file, reference, context) : remind(file, reference, context);
    });
  }
}

function lapse(file: StreamFile, reference: string, context: Context): Written<Reminded> | Refused {
  const record = drawRecordOf(file);
  const change = moveDraw(file, [{ type: 'drawLapsed', data: { window: record.window } }], record, context);
  if ('refusal' in change) return change;
  return { did: [{ ...change, dropKeys: [preparedKey(record.oversight, record.window)] }], value: { reference, what: 'lapsed' } };
}

function remind(file: StreamFile, reference: string, context: Context): Written<Reminded> | Refused {
  const record = drawRecordOf(file);
  if (record.isReminded || context.today <= record.window.last) return refused('notNow');
  const change = moveDraw(
    file,
    [{ type: 'drawReminded', data: { window: record.window } }],
    { ...record, isReminded: true },
    context,
  );
  if ('refusal' in change) return change;
  const notice: NewNotice = {
    id: uuidOf(`${file.id} reminded ${record.attempt}`),
    room: rooms.oversight(record.oversight),
    role: 'scrutinyLead',
    code: 'drawWaits',
  };
  return { did: [{ ...change, inbox: [notice] }], value: { reference, what: 'reminded' } };
}
