import { Body, Controller, Get, Post } from '@nestjs/common';
import { ChildOverview, ConfirmIdentity, JoinChildren } from '#casework';
import { Reader } from '#ledger';
import { type Answer, answer } from '../../shell/answer.js';
import { Endpoint } from '../../shell/endpoint.js';
import { done, found } from '../../shell/refused-request.js';
import { Caller, IdempotencyKey, IfMatch, Reference } from '../../shell/request-parts.js';
import { type Caller as CallerType } from '../../shell/seen-request.js';
import { ChildrenJoinedShape, ChildrenShape, ChildShape, ChildVersionShape, IdentityConfirmedShape } from './child.shape.js';

/** Children: two files are one child only when a person says so, and that can be taken back. */
@Controller('api/children')
export class ChildrenEndpoint {
  constructor(
    private readonly overview: ChildOverview,
    private readonly confirmIdentity: ConfirmIdentity,
    private readonly joinChildren: JoinChildren,
    private readonly reader: Reader,
  ) {}

  @Get(':reference')
  @Endpoint({
    does: 'seeChild',
    says: 'One child: names, how identity is known, cases, and files that may be about the same child.',
    action: 'seeChild',
    answers: { 200: ChildShape },
  })
  async see(@Caller() caller: CallerType, @Reference() reference: string): Promise<Answer<ChildShape>> {
    const child = await this.reader.ask(caller.id, { what: 'seeChild', of: reference }, async (query) =>
      found(await this.overview.of(query, reference)),
    );
    const { cases, sameAs, possibleMatches } = child;
    const body = {
      ...child,
      cases: [...cases],
      sameAs: [...sameAs],
      possibleMatches: possibleMatches.map((match) => ({ ...match, alike: [...match.alike] })),
    };
    return answer(body, { version: child.version });
  }

  @Post(':reference/identity-confirmed')
  @Endpoint({
    does: 'confirmIdentity',
    says: 'Says by what the child’s identity is confirmed.',
    action: 'confirmIdentity',
    body: IdentityConfirmedShape,
    answers: { 200: ChildVersionShape },
    isCommand: true,
    readsMatch: true,
  })
  async confirm(
    @Caller() caller: CallerType,
    @Reference() reference: string,
    @Body() body: IdentityConfirmedShape,
    @IdempotencyKey() key: string | undefined,
    @IfMatch() expect: number | undefined,
  ): Promise<Answer<ChildVersionShape>> {
    const { value, isReplay } = done(await this.confirmIdentity.run(caller.id, { reference, ...body }, { key, expect }));
    return answer({ ...value }, { version: value.version, isReplay });
  }

  @Post(':reference/children-merged')
  @Endpoint({
    does: 'mergeChildren',
    says: 'Says that two files are about one child.',
    action: 'mergeChildren',
    body: ChildrenShape,
    answers: { 200: ChildrenJoinedShape },
    refuses: ['notNow'],
    isCommand: true,
    readsMatch: true,
  })
  merge(
    @Caller() caller: CallerType,
    @Reference() reference: string,
    @Body() { other }: ChildrenShape,
    @IdempotencyKey() key: string | undefined,
    @IfMatch() expect: number | undefined,
  ): Promise<Answer<ChildrenJoinedShape>> {
    return this.join(caller, { reference, other, isOne: true }, { key, expect });
  }

  @Post(':reference/children-unmerged')
  @Endpoint({
    does: 'unmergeChildren',
    says: 'Takes back that two files are about one child.',
    action: 'mergeChildren',
    body: ChildrenShape,
    answers: { 200: ChildrenJoinedShape },
    refuses: ['notNow'],
    isCommand: true,
    readsMatch: true,
  })
  unmerge(
    @Caller() caller: CallerType,
    @Reference() reference: string,
    @Body() { other }: ChildrenShape,
    @IdempotencyKey() key: string | undefined,
    @IfMatch() expect: number | undefined,
  ): Promise<Answer<ChildrenJoinedShape>> {
    return this.join(caller, { reference, other, isOne: false }, { key, expect });
  }

  private async join(
    caller: CallerType,
    order: Parameters<JoinChildren['run']>[1],
    given: Parameters<JoinChildren['run']>[2],
  ): Promise<Answer<ChildrenJoinedShape>> {
    const { value, isReplay } = done(await this.joinChildren.run(caller.id, order, given));
    return answer({ ...value }, { isReplay });
  }
}
