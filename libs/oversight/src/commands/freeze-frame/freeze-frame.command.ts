import { Ledger, type Outcome, Reader, refused } from '#ledger';
import { Injectable } from '@nestjs/common';
import { moveDraw } from '../../draws/draw-move.js';
import { drawPaper } from '../../draws/draw-paper.js';
import { type DrawRecord, drawRecordOf } from '../../draws/draw-record.js';
import { type GivenOrder } from '../../draws/given-order.js';
import { type FrameMaterial, frameMaterial } from '../../queries/frame-material.query.js';

/** Of a service: how many are to be drawn of how many; `takes_all` where there are no more than that. */
export type FrozenService = {
  readonly service: string;
  readonly n: number;
  readonly cases: number;
  readonly excluded: number;
  readonly takes_all: boolean;
};
export type FrozenDraw = {
  readonly reference: string;
  readonly state: 'frozen';
  readonly frame_hash: string;
  readonly services: readonly FrozenService[];
};

const attempts = 3;

/** Freezes the frame of a draw: every case of the window is in it, or left out with its reason, and from here on it has a hash. */
@Injectable()
export class FreezeFrame {
  constructor(
    private readonly ledger: Ledger,
    private readonly reader: Reader,
  ) {}

  async run(person: string, reference: string, given: GivenOrder = {}): Promise<Outcome<FrozenDraw>> {
    for (let attempt = 1; ; attempt += 1) {
      const material = await this.reader.ask(person, { what: 'freezeDraw', of: reference }, (query) =>
        frameMaterial(query, reference),
      );
      const outcome = await this.freeze(person, reference, given, material);
      const isStale = !outcome.ok && outcome.refusal.because === 'stale';
      if (!isStale || given.expect !== undefined || attempt === attempts) return outcome;
    }
  }

  private freeze(
    person: string,
    reference: string,
    given: GivenOrder,
    material: FrameMaterial | null,
  ): Promise<Outcome<FrozenDraw>> {
    return this.ledger.write<FrozenDraw>(person, { of: [{ reference }], ...given }, ([file], context) => {
      if (!file?.exists || file.kind !== 'draw' || material === null) return refused('notFound');
      const record = drawRecordOf(file);
      const { frame } = material;
      const summary = frame?.ok ? frame.summary : null;
      const after: DrawRecord = { ...record, frame: summary, at: { ...record.at, frame: context.at } };
      const change = moveDraw(file, [{ type: 'frameFrozen', data: { ...summary } }], after, context);
      if ('refusal' in change) return change;
      if (file.version !== material.version) return refused('stale');
      if (material.missing.length > 0)
        return refused('notNow', { code: 'listMissing', faults: material.missing.map(faultOfList), possible: ['listDelivered'] });
      if (frame?.ok === false) return refused('notNow', { code: 'referenceTwice', possible: ['listDelivered'] });
      if (frame === null || summary === null) throw new Error('A draw that waits for its frame was read without one.');
      const services = record.services.map(({ service, n }) => frozenService(service, n, summary));
      return {
        did: [{ ...change, documents: [drawPaper(file.id, record.attempt, 'drawFrame', frame.document)] }],
        value: { reference, state: 'frozen', frame_hash: summary.hash, services },
      };
    });
  }
}

const faultOfList = (service: string) => ({ pointer: '/lists', code: 'listMissing', values: { service } });

function frozenService(service: string, n: number, summary: NonNullable<DrawRecord['frame']>): FrozenService {
  const { cases = 0, excluded = 0 } = summary.services.find((one) => one.service === service) ?? {};
  return { service, n, cases, excluded, takes_all: cases <= n };
}
