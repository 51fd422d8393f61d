import { Body, Controller, Param, Post, Req } from '@nestjs/common';
import { moveOfAddress } from '#casework';
import { type Json } from '#ledger';
import { may } from '#people';
import { answer, type Answer } from '../../shell/answer.js';
import { Endpoint } from '../../shell/endpoint.js';
import { done, refuse } from '../../shell/refused-request.js';
import { Caller, IdempotencyKey, IfMatch, Reference } from '../../shell/request-parts.js';
import { type Caller as CallerType, type SeenRequest } from '../../shell/seen-request.js';
import { CaseMoves } from '../../shell/case-moves.js';
import { MovedShape, movedInWords } from '../../shell/moved.shape.js';
import { moveBodies } from './moves.shape.js';

/** Stands last among what begins with `api/cases`: whatever is no other address of a case is an event, or nothing. */
@Controller('api/cases')
export class MovesEndpoint {
  constructor(private readonly moves: CaseMoves) {}

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
    const { value, isReplay } = done(await this.moves.run(caller.id, order));
    return answer(movedInWords(value, caller.language), { version: value.version, isReplay });
  }
}
