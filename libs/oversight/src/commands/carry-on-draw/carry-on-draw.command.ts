import {
  type Context,
  documentHash,
  Ledger,
  machine,
  type NewNotice,
  type Outcome,
  Reader,
  type Refused,
  refused,
  type StreamFile,
  type Written,
} from '#ledger';
import { rooms } from '#people';
import { Injectable } from '@nestjs/common';
import { moveDraw } from '../../draws/draw-move.js';
import { publishedPaper } from '../../draws/draw-paper.js';
import { drawRecordOf } from '../../draws/draw-record.js';
import { publishedFile } from '../../draws/published-file.js';
import { uuidOf } from '../../draws/uuid-of.js';
import { type OpenedDraw, openedDraw } from '../../queries/opened-draw.query.js';

export type CarriedOn = { readonly reference: string; readonly state: string };

/**
 * What Teg does in a draw, as soon as it is its turn: publishes the commitment once there is a plan, and reveals the secret and publishes
 * the draw once there is a text. Refuses `notNow` where it waits for somebody else; asked twice it does it once.
 */
@Injectable()
export class CarryOnDraw {
  constructor(
    private readonly ledger: Ledger,
    private readonly reader: Reader,
  ) {}

  async run(reference: string): Promise<Outcome<CarriedOn>> {
    const opened = await openedDraw(this.reader, reference);
    return this.ledger.write<CarriedOn>(machine, { of: [{ reference }] }, ([file], context) => {
      if (!file?.exists || file.kind !== 'draw') return refused('notFound');
      if (file.state === 'planned') return commit(file, reference, context);
      // Opened a moment before the text was there: whoever put it there asks again.
      if (file.state === 'textGiven' && opened !== null) return publish(file, reference, opened, context);
      return refused('notNow');
    });
  }
}

function commit(file: StreamFile, reference: string, context: Context): Written<CarriedOn> | Refused {
  const record = drawRecordOf(file);
  const after = { ...record, at: { ...record.at, commitment: context.at } };
  const change = moveDraw(file, [{ type: 'commitmentPublished', data: { commitment: record.commitment } }], after, context);
  return 'refusal' in change ? change : { did: [change], value: { reference, state: 'committed' } };
}

function publish(file: StreamFile, reference: string, opened: OpenedDraw, context: Context): Written<CarriedOn> | Refused {
  const record = drawRecordOf(file);
  const after = { ...record, at: { ...record.at, rank: context.at }, fileVersion: 1 };
  const made = publishedFile(after, opened);
  const paper = publishedPaper(file.id, record.attempt, 1, made);
  const hashOf = (step: string) => made.log.find((entry) => entry.step === step)?.hash ?? null;
  const complete = Object.entries(made.reserves).flatMap(([service, reserves]) => (reserves.length === 0 ? [service] : []));
  const change = moveDraw(
    file,
    [
      { type: 'secretRevealed', data: { secret: opened.secret, seed: hashOf('seed') } },
      { type: 'drawPublished', data: { file: documentHash(paper), rank: hashOf('rank'), complete } },
    ],
    after,
    context,
  );
  if ('refusal' in change) return change;
  const notice: NewNotice = {
    id: uuidOf(`${file.id} published ${record.attempt}`),
    room: rooms.oversight(record.oversight),
    role: 'scrutinyMember',
    code: 'drawPublished',
  };
  return {
    did: [{ ...change, documents: [paper], inbox: [notice] }],
    value: { reference, state: 'published' },
  };
}
