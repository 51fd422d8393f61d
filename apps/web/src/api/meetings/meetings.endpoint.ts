import { Body, Controller, Get, Post } from '@nestjs/common';
import { MeetingPack, OpenMeeting } from '#casework';
import { type Json, Reader } from '#ledger';
import { answer, type Answer } from '../../shell/answer.js';
import { Endpoint } from '../../shell/endpoint.js';
import { done, refuse } from '../../shell/refused-request.js';
import { Caller, IdempotencyKey, Identifier } from '../../shell/request-parts.js';
import { type Caller as CallerType } from '../../shell/seen-request.js';
import { MeetingShape, OpenedMeetingShape, OpenMeetingShape } from './meetings.shape.js';

@Controller('api/meetings')
export class MeetingsEndpoint {
  constructor(
    private readonly reader: Reader,
    private readonly openMeeting: OpenMeeting,
    private readonly pack: MeetingPack,
  ) {}

  @Post()
  @Endpoint({
    does: 'openMeeting',
    says: 'Calls a meeting of the service; its members see the cases that are listed for it.',
    action: 'openMeeting',
    body: OpenMeetingShape,
    answers: { 201: OpenedMeetingShape },
    isCommand: true,
  })
  async open(
    @Caller() caller: CallerType,
    @Body() body: Json,
    @IdempotencyKey() key: string | undefined,
  ): Promise<Answer<OpenedMeetingShape>> {
    const { value, isReplay } = done(await this.openMeeting.run(caller.id, body, { key }));
    return answer(value, { status: 201, location: `/api/meetings/${value.meeting}`, isReplay });
  }

  @Get(':meeting')
  @Endpoint({
    does: 'seeMeeting',
    says: 'A meeting with its list, and the pack of each case in the view of whoever reads it.',
    action: 'seeMeeting',
    answers: { 200: MeetingShape },
    refuses: ['notFound'],
  })
  async see(@Caller() caller: CallerType, @Identifier('meeting') meeting: string): Promise<MeetingShape> {
    const found = await this.reader.ask(caller.id, { what: 'seeMeeting' }, (query) => this.pack.of(query, meeting));
    if (found === null) throw refuse('notFound');
    return {
      ...found,
      members: [...found.members],
      views: [...found.views],
      agenda: found.agenda.map(({ papers, ...item }) => ({ ...item, papers: [...papers] })),
    };
  }
}
