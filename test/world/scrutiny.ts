import { type Instant } from '#calendar';
import { type Outcome } from '#ledger';
import {
  CarryOnDraw,
  DeliverList,
  type DrawOrder,
  FreezeFrame,
  GiveText,
  OrderRedraw,
  PlanDraw,
  PrepareDraw,
  RemindDraw,
  SetCadence,
  TakeReserve,
} from '#oversight';
import { Pool } from 'pg';
import { openRecord, type TestRecord } from './record.js';

/** A record with a scrutiny body and its lead, the commands of a draw, and a clock that the test sets. */
export type ScrutinyWorld = TestRecord & {
  readonly body: string;
  readonly lead: string;
  readonly member: string;
  readonly outsider: string;
  /** As superuser, to look at what was written. */
  readonly admin: Pool;
  setTime(at: Instant): void;
  readonly commands: {
    readonly plan: PlanDraw;
    readonly deliver: DeliverList;
    readonly freeze: FreezeFrame;
    readonly giveText: GiveText;
    readonly carryOn: CarryOnDraw;
    readonly takeReserve: TakeReserve;
    readonly redraw: OrderRedraw;
    readonly prepare: PrepareDraw;
    readonly remind: RemindDraw;
    readonly setCadence: SetCadence;
  };
  /** Plans a draw as the lead and lets Teg publish the commitment; its reference. */
  committed(order: Partial<DrawOrder>): Promise<string>;
};

/** September and October 2026, three of the test service. */
export const usualOrder: DrawOrder = {
  window: { first: '2026-09-01', last: '2026-10-31' },
  services: [{ service: 'test-service', n: 3 }],
  theme: null,
  lists: [],
};

export async function scrutinyWorld(): Promise<ScrutinyWorld> {
  let now = Date.parse('2026-11-02T09:00:00.000Z');
  const record = await openRecord(() => now);
  const { ledger, reader } = record;
  const body = 'test-service';
  const inBody = { rooms: [`oversight:${body}`] };
  const lead = await record.admit({ roles: ['scrutinyLead'], ...inBody });
  const member = await record.admit({ roles: ['scrutinyMember'], ...inBody });
  const outsider = await record.admit({ roles: ['scrutinyLead'], rooms: ['oversight:another-body'] });
  const commands = {
    plan: new PlanDraw(ledger),
    deliver: new DeliverList(ledger),
    freeze: new FreezeFrame(ledger, reader),
    giveText: new GiveText(ledger),
    carryOn: new CarryOnDraw(ledger, reader),
    takeReserve: new TakeReserve(ledger, reader),
    redraw: new OrderRedraw(ledger),
    prepare: new PrepareDraw(ledger),
    remind: new RemindDraw(ledger),
    setCadence: new SetCadence(ledger),
  };
  const admin = new Pool({ connectionString: record.database.adminUrl });
  // The database is dropped under a connection that has said goodbye and is not gone yet.
  admin.on('error', () => undefined);
  return {
    ...record,
    body,
    lead,
    member,
    outsider,
    admin,
    setTime: (at) => void (now = Date.parse(at)),
    commands,
    committed: async (order) => {
      const { reference } = done(await commands.plan.run(lead, body, { ...usualOrder, ...order }));
      done(await commands.carryOn.run(reference));
      return reference;
    },
    close: async () => {
      await admin.end();
      await record.close();
    },
  };
}

/** What was done; a refusal fails the test with its reason. */
export function done<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
}
