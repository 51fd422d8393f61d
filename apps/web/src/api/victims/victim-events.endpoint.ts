import { Body, Controller, Post } from '@nestjs/common';
import { MoveCase, RecordVictimEvent, type VictimOrder } from '#casework';
import { type Answer, answer } from '../../shell/answer.js';
import { Endpoint } from '../../shell/endpoint.js';
import { done } from '../../shell/refused-request.js';
import { Caller, IdempotencyKey, IfMatch, Reference } from '../../shell/request-parts.js';
import { type Caller as CallerType } from '../../shell/seen-request.js';
import {
  VictimEventAnswerShape,
  VictimInformedShape,
  VictimNeedsRecordedShape,
  VictimReviewRequestedShape,
  VictimUpdatedShape,
} from './victim.shape.js';

/** What happens with the victims of a case, by number, from the victim service's side of the wall. */
@Controller('api/cases')
export class VictimEventsEndpoint {
  constructor(
    private readonly recordVictimEvent: RecordVictimEvent,
    private readonly moveCase: MoveCase,
  ) {}

  @Post(':reference/victim-informed')
  @Endpoint({
    does: 'victimInformed',
    says: 'A victim was told of what was decided.',
    action: 'victimInformed',
    body: VictimInformedShape,
    answers: { 200: VictimEventAnswerShape },
    refuses: ['notNow'],
    isCommand: true,
  })
  informed(
    @Caller() caller: CallerType,
    @Reference() reference: string,
    @Body() { ref, ...said }: VictimInformedShape,
    @IdempotencyKey() key: string | undefined,
  ): Promise<Answer<VictimEventAnswerShape>> {
    return this.record(caller, { reference, number: ref, said: { ...said, type: 'victimInformed' } }, key);
  }

  @Post(':reference/victim-updated')
  @Endpoint({
    does: 'victimUpdated',
    says: 'What a victim says of contact, rights and wishes.',
    action: 'victimUpdated',
    body: VictimUpdatedShape,
    answers: { 200: VictimEventAnswerShape },
    refuses: ['notNow'],
    isCommand: true,
  })
  updated(
    @Caller() caller: CallerType,
    @Reference() reference: string,
    @Body() { ref, ...said }: VictimUpdatedShape,
    @IdempotencyKey() key: string | undefined,
  ): Promise<Answer<VictimEventAnswerShape>> {
    return this.record(caller, { reference, number: ref, said: { ...said, type: 'victimUpdated' } }, key);
  }

  @Post(':reference/victim-review-requested')
  @Endpoint({
    does: 'victimReviewRequested',
    says: 'A victim asks for a review of a decision to take no further action.',
    action: 'victimReviewRequested',
    body: VictimReviewRequestedShape,
    answers: { 200: VictimEventAnswerShape },
    refuses: ['notNow', 'notAllowed'],
    isCommand: true,
  })
  reviewRequested(
    @Caller() caller: CallerType,
    @Reference() reference: string,
    @Body() { ref, ...said }: VictimReviewRequestedShape,
    @IdempotencyKey() key: string | undefined,
  ): Promise<Answer<VictimEventAnswerShape>> {
    return this.record(caller, { reference, number: ref, said: { ...said, type: 'victimReviewRequested' } }, key);
  }

  @Post(':reference/victim-needs-recorded')
  @Endpoint({
    does: 'victimNeedsRecorded',
    says: 'A victim was asked about their needs before the panel: by number, from the victim service; without a number where no victim is there to be asked.',
    action: 'victimNeedsRecorded',
    body: VictimNeedsRecordedShape,
    answers: { 200: VictimEventAnswerShape },
    refuses: ['notNow', 'notYours', 'matchMissing'],
    isCommand: true,
    readsMatch: true,
  })
  async needsRecorded(
    @Caller() caller: CallerType,
    @Reference() reference: string,
    @Body() { ref, heard, on }: VictimNeedsRecordedShape,
    @IdempotencyKey() key: string | undefined,
    @IfMatch() expect: number | undefined,
  ): Promise<Answer<VictimEventAnswerShape>> {
    if (ref !== undefined)
      return this.record(caller, { reference, number: ref, said: { type: 'victimNeedsRecorded', heard, on } }, key);
    const order = { reference, event: 'victimNeedsRecorded', body: { heard }, expect, key } as const;
    const { value, isReplay } = done(await this.moveCase.run(caller.id, order));
    const { state, version, event } = value;
    return answer({ reference, ref: null, state, version, event, clocks: [], next: [] }, { version, isReplay });
  }

  private async record(caller: CallerType, order: VictimOrder, key: string | undefined): Promise<Answer<VictimEventAnswerShape>> {
    const { value, isReplay } = done(await this.recordVictimEvent.run(caller.id, order, { key }));
    const { reference, number: ref, event, case: moved } = value;
    const receipt = event && { seq: event.seq, type: event.type, at: event.at, hash: event.hash };
    return answer({ reference, ref, ...moved, event: receipt, clocks: [], next: [] }, { isReplay });
  }
}
