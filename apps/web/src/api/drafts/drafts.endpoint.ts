import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import { draftedMove, DraftStore, type MovedCase, type MoveOrder, RecordReferral, SendDraft } from '#casework';
import { type Json, type JsonObject, type Outcome } from '#ledger';
import { teamOf } from '#people';
import { type Answer, answer } from '../../shell/answer.js';
import { Endpoint } from '../../shell/endpoint.js';
import { done, refuse } from '../../shell/refused-request.js';
import { Caller, IfMatch, pageOf } from '../../shell/request-parts.js';
import { type Caller as CallerType } from '../../shell/seen-request.js';
import { isUuid } from '../../shell/shape-fields.js';
import { CaseMoves } from '../../shell/case-moves.js';
import { MovedShape, movedInWords } from '../../shell/moved.shape.js';
import {
  DraftBodyShape,
  DraftShape,
  DraftsQuery,
  DraftsShape,
  NewDraftShape,
  SavedDraftShape,
  SentDraftShape,
} from './draft.shape.js';

/** Half-filled forms: saved at every step, seen by the team that covers, gone when they expire or are sent. */
@Controller('api/drafts')
export class DraftsEndpoint {
  constructor(
    private readonly drafts: DraftStore,
    private readonly sendDraft: SendDraft,
    private readonly recordReferral: RecordReferral,
    private readonly moves: CaseMoves,
  ) {}

  @Post()
  @Endpoint({
    does: 'beginDraft',
    says: 'Begins a draft.',
    action: 'keepDraft',
    body: NewDraftShape,
    answers: { 201: SavedDraftShape },
  })
  async begin(@Caller() caller: CallerType, @Body() { kind, body }: NewDraftShape): Promise<Answer<SavedDraftShape>> {
    const room = teamOf(caller) ?? caller.rooms[0];
    if (room === undefined) throw refuse('notYours', { code: 'noTeam' });
    const saved = await this.drafts.begin(caller.id, { room, kind, body: asObject(body) });
    return answer(saved, { status: 201, version: saved.version, location: `/api/drafts/${saved.draft}` });
  }

  @Get()
  @Endpoint({
    does: 'seeDrafts',
    says: 'Drafts of everybody whom the reader covers for, last saved first.',
    action: 'keepDraft',
    query: DraftsQuery,
    answers: { 200: DraftsShape },
  })
  async list(@Caller() caller: CallerType, @Query() query: DraftsQuery): Promise<DraftsShape> {
    const { page, size, offset } = pageOf(query);
    const { items, total } = await this.drafts.list(caller.id, { size, offset });
    return { items: [...items], total, page, size };
  }

  @Get(':draft')
  @Endpoint({
    does: 'seeDraft',
    says: 'One draft with its answers so far.',
    action: 'keepDraft',
    answers: { 200: DraftShape },
    refuses: ['notFound'],
  })
  async see(@Caller() caller: CallerType, @Param('draft') draft: string): Promise<Answer<DraftShape>> {
    const found = await this.drafts.read(caller.id, idOf(draft));
    if (!found) throw refuse('notFound');
    return answer(found, { version: found.version });
  }

  @Put(':draft')
  @Endpoint({
    does: 'saveDraft',
    says: 'Saves over a draft; with If-Match only over the version that was read.',
    action: 'keepDraft',
    body: DraftBodyShape,
    answers: { 200: SavedDraftShape },
    refuses: ['notFound', 'stale'],
  })
  async save(
    @Caller() caller: CallerType,
    @Param('draft') draft: string,
    @Body() { body }: DraftBodyShape,
    @IfMatch() expect: number | undefined,
  ): Promise<Answer<SavedDraftShape>> {
    const saved = await this.drafts.save(caller.id, idOf(draft), asObject(body), expect);
    if (saved === null) throw refuse('notFound');
    if (saved === 'stale') throw refuse('stale');
    return answer(saved, { version: saved.version });
  }

  @Delete(':draft')
  @Endpoint({
    does: 'removeDraft',
    says: 'Removes a draft.',
    action: 'keepDraft',
    answers: { 200: 'application/json' },
    refuses: ['notFound'],
  })
  async remove(@Caller() caller: CallerType, @Param('draft') draft: string): Promise<object> {
    if (!(await this.drafts.remove(caller.id, idOf(draft)))) throw refuse('notFound');
    return {};
  }

  @Post(':draft/send')
  @Endpoint({
    does: 'sendDraft',
    says: 'Sends a draft: a referral, or a move of a case, which is answered as at its own address. It is kept until that is on record, and removed then.',
    action: 'keepDraft',
    answers: { 200: MovedShape, 201: SentDraftShape },
    refuses: ['invalid', 'notFound', 'duplicate', 'notAllowed', 'notNow', 'matchMissing', 'stale'],
    readsMatch: true,
  })
  async send(
    @Caller() caller: CallerType,
    @Param('draft') draft: string,
    @IfMatch() expect: number | undefined,
  ): Promise<Answer<SentDraftShape | MovedShape>> {
    const { value, isReplay } = done(
      await this.sendDraft.run<Referred | MovedCase>(caller.id, idOf(draft), {
        referral: (person, body, { key }) => this.referred(person, body, key),
        move: (person, kept, { key }) => this.moved(person, kept, { key, expect }),
      }),
    );
    if ('event' in value) return answer(movedInWords(value, caller.language), { version: value.version, isReplay });
    return answer({ reference: value.reference }, { status: 201, location: `/api/referrals/${value.reference}`, isReplay });
  }

  private async referred(person: string, body: Json, key: string): Promise<Outcome<Referred>> {
    const outcome = await this.recordReferral.run(person, body, { key });
    return outcome.ok ? { ...outcome, value: { reference: outcome.value.reference } } : outcome;
  }

  private async moved(person: string, kept: Json, given: Pick<MoveOrder, 'key' | 'expect'>): Promise<Outcome<MovedCase>> {
    const move = draftedMove(kept);
    return 'refusal' in move ? { ok: false, ...move } : this.moves.run(person, { ...move, ...given });
  }
}

type Referred = { readonly reference: string };

function idOf(draft: string): string {
  if (!isUuid(draft)) throw refuse('notFound');
  return draft;
}

function asObject(body: unknown): JsonObject {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw refuse('invalid', { faults: [{ pointer: '/body', code: 'part' }] });
  return body as JsonObject;
}
