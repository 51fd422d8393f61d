import { Body, Controller, Param, Post, Req } from '@nestjs/common';
import {
  CorrectFact,
  GiveDisposal,
  MoveCase,
  type MovedCase,
  type MoveOrder,
  moveOfAddress,
  type NextEvent,
  TransferCase,
  SetOutcomeAside,
} from '#casework';
import { type Json, type Outcome } from '#ledger';
import { may } from '#people';
import { type Language } from '#wording';
import { answer, type Answer } from '../../shell/answer.js';
import { Endpoint } from '../../shell/endpoint.js';
import { done, refuse } from '../../shell/refused-request.js';
import { Caller, IdempotencyKey, IfMatch, Reference } from '../../shell/request-parts.js';
import { type Caller as CallerType, type SeenRequest } from '../../shell/seen-request.js';
import { wordedRule } from '../../shell/worded-rule.js';
import { moveBodies, MovedShape, type NextMoveShape } from './moves.shape.js';

/** Stands last among what begins with `api/cases`: whatever is no other address of a case is an event, or nothing. */
@Controller('api/cases')
export class MovesEndpoint {
  constructor(
    private readonly moveCase: MoveCase,
    private readonly transferCase: TransferCase,
    private readonly correctFact: CorrectFact,
    private readonly giveDisposal: GiveDisposal,
    private readonly setOutcomeAside: SetOutcomeAside,
  ) {}

  @Post(':reference/:event')
  @Endpoint({
    does: 'moveCase',
    says: 'One event of the case: what happened, by whom it is said, and where the case stands then.',
    bodies: { parameter: 'event', shapes: moveBodies },
    answers: { 200: MovedShape },
    refuses: ['notYours', 'notNow', 'notAllowed', 'matchMissing', 'duplicate'],
    isCommand: true,
    readsMatch: true,
  })
  async move(
    @Caller() caller: CallerType,
    @Reference() reference: string,
    @Param('event') address: string,
    @Body() body: Json | undefined,
    @IdempotencyKey() key: string | undefined,
    @IfMatch() expect: number | undefined,
    @Req() { teg }: SeenRequest,
  ): Promise<Answer<MovedShape>> {
    const move = moveOfAddress(address);
    if (move === undefined) throw refuse('notFound');
    teg.does = move.event;
    // The command asks again, with the roles of that moment.
    if (!may(caller, move.event)) throw refuse('notYours');
    const order = { reference, event: move.event, body: body ?? {}, expect, key };
    const { value, isReplay } = done(await this.moved(caller.id, order));
    return answer(inWords(value, caller.language), { version: value.version, isReplay });
  }

  /** Four events concern further files. */
  private moved(person: string, order: MoveOrder): Promise<Outcome<MovedCase>> {
    switch (order.event) {
      case 'caseTransferred':
        return this.transferCase.run(person, order);
      case 'factCorrected':
        return this.correctFact.run(person, order);
      case 'disposalGiven':
        return this.giveDisposal.run(person, order);
      case 'outcomeSetAside':
        return this.setOutcomeAside.run(person, order);
      default:
        return this.moveCase.run(person, order);
    }
  }
}

const inWords = ({ clocks, next, ...moved }: MovedCase, language: Language): MovedShape => ({
  ...moved,
  clocks: clocks.map((clock) => ({ ...clock })),
  next: next.map((one) => nextInWords(one, language)),
});

const nextInWords = ({ rules, outcomes, ...one }: NextEvent, language: Language): NextMoveShape => ({
  ...one,
  ...(rules && { rules: rules.map((rule) => wordedRule(rule, language)) }),
  ...(outcomes && { outcomes: [...outcomes] }),
});
