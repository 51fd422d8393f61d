import { type poolOf } from '#ledger';

/** The pool of the record, for what reads more than one transaction's worth: Nest needs a class to ask for it by. */
export class RecordPool {
  constructor(readonly pool: ReturnType<typeof poolOf>) {}
}
