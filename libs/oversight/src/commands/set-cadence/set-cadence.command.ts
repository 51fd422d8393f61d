import { randomUUID } from 'node:crypto';
import { type Fault, type JsonObject, Ledger, type Outcome, refused } from '#ledger';
import { isIn, may, rooms } from '#people';
import { isDrawCode } from '#proof';
import { Injectable } from '@nestjs/common';
import { type DrawCadence } from '../../draws/draw-cadence.js';
import { type GivenOrder } from '../../draws/given-order.js';

const lengths = [1, 2, 3, 4, 6, 12];

/** Says how often a body draws: a policy of its own, on a file of its own. It changes what is prepared next, never a draw that is planned. */
@Injectable()
export class SetCadence {
  constructor(private readonly ledger: Ledger) {}

  run(
    person: string,
    oversight: string,
    cadence: DrawCadence,
    given: GivenOrder = {},
  ): Promise<Outcome<{ readonly oversight: string }>> {
    const key = `drawCadence:${oversight}`;
    return this.ledger.write(person, { of: [{ key, kind: 'policy', newId: randomUUID() }], ...given }, ([file], { asker }) => {
      const isLead = may(asker, 'drawSample') && asker.organisation === oversight && isIn(asker, rooms.oversight(oversight));
      if (file === undefined || !isLead) return refused('notYours');
      const faults = cadenceFaults(cadence);
      if (faults.length > 0) return refused('invalid', { faults });
      const facts = { ...cadence } as unknown as JsonObject;
      return {
        did: [
          {
            file,
            events: [{ type: 'drawCadenceSet', data: facts }],
            facts,
            rooms: [rooms.oversight(oversight)],
            keys: [{ key, isUnique: true }],
          },
        ],
        value: { oversight },
      };
    });
  }
}

function cadenceFaults({ months, services }: DrawCadence): readonly Fault[] {
  const given = services.map(({ service }) => service);
  return [
    ...(lengths.includes(months) ? [] : [{ pointer: '/months', code: 'code', values: { codes: lengths } }]),
    ...services.flatMap(({ service }, index): Fault[] => {
      if (!isDrawCode(service)) return [{ pointer: `/services/${index}/service`, code: 'drawCode' }];
      return given.indexOf(service) === index ? [] : [{ pointer: `/services/${index}/service`, code: 'serviceTwice' }];
    }),
  ];
}
