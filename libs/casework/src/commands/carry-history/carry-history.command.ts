import { type Change, type Context, Ledger, machine, type Outcome, refused, type StreamFile } from '#ledger';
import { type Role } from '#people';
import { Injectable } from '@nestjs/common';
import { caseRecordOf } from '../../cases/case-record.js';
import { childRecordOf } from '../../children/child-record.js';
import { outcomeInOthers } from '../../children/outcome-in-others.js';

/** What follows in the child's other cases, and whose word it is there. */
const carried = {
  disposalGiven: 'deliveryOfficer',
  outcomeSetAside: 'policeDecisionMaker',
} as const satisfies { readonly [event in keyof typeof outcomeInOthers]: Role };

export type CarriedEvent = keyof typeof carried;
export const carriedEvents = Object.keys(carried) as readonly CarriedEvent[];

/** The event of a case that is carried on, and who did it. */
export type ToCarry = { readonly stream: string; readonly seq: number; readonly type: CarriedEvent; readonly person: string };

/**
 * An outcome that was given or set aside is known in the child's other cases also where whoever did it does not see them: they stand with
 * another service. The machine lends its eyes, not its roles: what is carried stands there in that person's name, once, however often it
 * is called.
 */
@Injectable()
export class CarryHistory {
  constructor(private readonly ledger: Ledger) {}

  async run({ stream, seq, type, person }: ToCarry): Promise<Outcome<null>> {
    const others = (await this.casesOfChild(stream)).filter((id) => id !== stream);
    return this.ledger.write<null>(
      machine,
      { of: [{ id: stream }, ...others.map((id) => ({ id }))], key: `history-${stream}-${seq}`, request: { stream, seq } },
      ([file, ...rest], context) => {
        if (!file?.exists || file.kind !== 'case') return refused('notFound');
        const seen = rest.filter(({ exists, kind }) => exists && kind === 'case');
        const [first, ...more] = outcomeInOthers[type](file, seen, asOf(carried[type], context)).map(inName(person));
        return first === undefined ? refused('notNow') : { did: [first, ...more], value: null };
      },
    );
  }

  /** Ids of the cases of every file that somebody has said is about the child of this case. */
  private async casesOfChild(id: string): Promise<readonly string[]> {
    const [own] = await this.opened([id]);
    const found = new Map<string, StreamFile>();
    let next = own?.kind === 'case' ? [caseRecordOf(own).child] : [];
    while (next.length > 0) {
      const files = await this.opened(next);
      for (const file of files) found.set(file.id, file);
      next = files.flatMap((file) => childRecordOf(file).sameAs).filter((one) => !found.has(one));
    }
    return [...new Set([...found.values()].flatMap((file) => childRecordOf(file).cases.map((one) => one.case)))].sort();
  }

  private async opened(ids: readonly string[]): Promise<readonly StreamFile[]> {
    let found: readonly StreamFile[] = [];
    await this.ledger.write<null>(machine, { of: [...new Set(ids)].map((id) => ({ id })) }, (files) => {
      found = files.filter(({ exists }) => exists);
      return refused('notNow');
    });
    return found;
  }
}

const asOf = (role: Role, context: Context): Context => ({ ...context, asker: { ...context.asker, roles: [role] } });

const inName =
  (person: string) =>
  (change: Change): Change => {
    const [first, ...more] = change.events;
    return { ...change, events: [{ ...first, data: { ...first.data, by: person } }, ...more] };
  };
