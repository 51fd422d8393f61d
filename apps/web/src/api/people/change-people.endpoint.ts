import { Body, Controller, Post } from '@nestjs/common';
import { type Json, type Outcome } from '#ledger';
import { AdmitPerson, ChangeDuties, PersonDirectory, RecordLeaving } from '#people';
import { answer, type Answer } from '../../shell/answer.js';
import { Endpoint, type EndpointDescription } from '../../shell/endpoint.js';
import { Caller, IdempotencyKey, Identifier } from '../../shell/request-parts.js';
import { done, refuse } from '../../shell/refused-request.js';
import { type Caller as CallerType } from '../../shell/seen-request.js';
import { AdmissionShape, AdmittedShape, DutiesShape } from './people.shape.js';

const ofPeople = (does: string, says: string, more: Partial<EndpointDescription>): EndpointDescription => ({
  does,
  says,
  action: 'changePeople',
  answers: { 200: AdmittedShape },
  refuses: ['notFound', 'duplicate', 'stale'],
  isCommand: true,
  ...more,
});

@Controller('api')
export class ChangePeopleEndpoint {
  constructor(
    private readonly directory: PersonDirectory,
    private readonly admitPerson: AdmitPerson,
    private readonly changeDuties: ChangeDuties,
    private readonly recordLeaving: RecordLeaving,
  ) {}

  @Post('people')
  @Endpoint(ofPeople('admitPerson', 'Lets a person in, or back in.', { body: AdmissionShape, answers: { 201: AdmittedShape } }))
  async admit(
    @Caller() caller: CallerType,
    @IdempotencyKey() key: string | undefined,
    @Body() body: AdmissionShape,
  ): Promise<Answer<AdmittedShape>> {
    const admission = { ...body, subject: body.subject ?? body.email };
    const { value, isReplay } = done(await this.admitPerson.run(caller.id, admission, { key, request: requestOf(body) }));
    return answer(value, { status: 201, isReplay });
  }

  @Post('people/:person/duties')
  @Endpoint(
    ofPeople('changeDuties', 'Changes the roles or rooms of a person: also how somebody covers a team.', { body: DutiesShape }),
  )
  async change(
    @Caller() caller: CallerType,
    @Identifier('person') person: string,
    @IdempotencyKey() key: string | undefined,
    @Body() body: DutiesShape,
  ): Promise<Answer<AdmittedShape>> {
    const organisation = await this.organisationOf(person);
    return told(
      await this.changeDuties.run(caller.id, { person, organisation, ...body }, { key, request: requestOf({ person, ...body }) }),
    );
  }

  @Post('people/:person/leaving')
  @Endpoint(ofPeople('recordLeaving', 'Records that a person left.', {}))
  async leave(
    @Caller() caller: CallerType,
    @Identifier('person') person: string,
    @IdempotencyKey() key: string | undefined,
  ): Promise<Answer<AdmittedShape>> {
    const organisation = await this.organisationOf(person);
    return told(await this.recordLeaving.run(caller.id, { person, organisation }, { key, request: { person } }));
  }

  private async organisationOf(person: string): Promise<string> {
    const organisation = await this.directory.organisationOf(person);
    if (organisation === null) throw refuse('notFound');
    return organisation;
  }
}

function told(outcome: Outcome<{ person: string }>): Answer<AdmittedShape> {
  const { value, isReplay } = done(outcome);
  return answer(value, { isReplay });
}

const requestOf = (body: object): Json => body as { readonly [name: string]: Json };
