import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { CaseOverview, RecordPoliceFile, RecordReferral, ReferralReceipt } from '#casework';
import { type Json, Reader } from '#ledger';
import { type Answer, answer } from '../../shell/answer.js';
import { caseAnswerInWords } from '../../shell/case-answer.shape.js';
import { Endpoint } from '../../shell/endpoint.js';
import { done, found, refuse } from '../../shell/refused-request.js';
import { Caller, IdempotencyKey, IfMatch, Reference } from '../../shell/request-parts.js';
import { type Caller as CallerType } from '../../shell/seen-request.js';
import { PoliceFileAnswerShape, PoliceFileShape, ReceiptShape, ReferralAnswerShape, ReferralShape } from './referral.shape.js';

/** A referral in its two parts, and the receipt of what came in. What became of it is read as a case. */
@Controller('api/referrals')
export class ReferralsEndpoint {
  constructor(
    private readonly recordReferral: RecordReferral,
    private readonly recordPoliceFile: RecordPoliceFile,
    private readonly overview: CaseOverview,
    private readonly receipts: ReferralReceipt,
    private readonly reader: Reader,
  ) {}

  @Post()
  @Endpoint({
    does: 'recordReferral',
    says: 'Refers a child: the notice, with the police file where it is in hand.',
    action: 'recordReferral',
    body: ReferralShape,
    answers: { 201: ReferralAnswerShape },
    refuses: ['duplicate', 'notAllowed'],
    isCommand: true,
  })
  async refer(
    @Caller() caller: CallerType,
    @Body() body: Json,
    @IdempotencyKey() key: string | undefined,
  ): Promise<Answer<ReferralAnswerShape>> {
    const { value, isReplay } = done(await this.recordReferral.run(caller.id, body, { key }));
    const { reference } = value;
    const told =
      value.answer && value.event
        ? { ...value.answer, ...caseAnswerInWords(value.answer, caller.language), event: receiptOf(value.event) }
        : await this.toldAgain(caller, reference);
    return answer(told, { status: 201, version: told.version, location: `/api/referrals/${reference}`, isReplay });
  }

  @Put(':reference/police-file')
  @Endpoint({
    does: 'recordPoliceFile',
    says: 'The police file of a referral, or a new version of it.',
    action: 'recordPoliceFile',
    body: PoliceFileShape,
    answers: { 200: PoliceFileAnswerShape },
    refuses: ['duplicate', 'notNow', 'notAllowed'],
    isCommand: true,
    readsMatch: true,
  })
  async policeFile(
    @Caller() caller: CallerType,
    @Reference() reference: string,
    @Body() body: Json,
    @IdempotencyKey() key: string | undefined,
    @IfMatch() expect: number | undefined,
  ): Promise<Answer<PoliceFileAnswerShape>> {
    const { value, isReplay } = done(await this.recordPoliceFile.run(caller.id, { reference, body }, { key, expect }));
    const paper = { ...value.paper };
    const again =
      value.answer && value.event ? null : await this.toldAgain(caller, reference, value.paper.document, value.paper.version);
    const told = again ?? {
      ...caseAnswerInWords(value.answer ?? never(), caller.language),
      event: receiptOf(value.event ?? never()),
    };
    return answer({ ...told, paper }, { version: told.version, isReplay });
  }

  @Get(':reference/receipt')
  @Endpoint({
    does: 'seeReceipt',
    says: 'What was received, when, and what is due when, day by day.',
    action: 'seeCase',
    answers: { 200: ReceiptShape },
  })
  async receipt(@Caller() caller: CallerType, @Reference() reference: string): Promise<ReceiptShape> {
    const receipt = await this.reader.ask(caller.id, { what: 'seeReceipt', of: reference }, async (query, at) =>
      found(await this.receipts.of(query, reference, at)),
    );
    return {
      ...receipt,
      parts: [...receipt.parts],
      clocks: receipt.clocks.map((clock) => ({ ...clock, explanation: [...clock.explanation] })),
    };
  }

  /** The answer to a repeated command: what was done is said again by its event, and the case as it stands now. */
  private async toldAgain(caller: CallerType, reference: string, document?: string, version = 1): Promise<ReferralAnswerShape> {
    const [shown, receipt] = await this.reader.ask(
      caller.id,
      { what: 'seeCase', of: reference },
      async (query, at) =>
        [
          await this.overview.of(query, { reference, at, isPast: false, asker: caller }),
          await this.receipts.of(query, reference, at),
        ] as const,
    );
    const part = receipt?.parts.find((one) =>
      document === undefined ? one.event.seq === 1 : one.document === document && one.version === version,
    );
    if (!shown || !part) throw refuse('notFound');
    const { area, isCaretaker, homeAuthority } = shown;
    return {
      ...caseAnswerInWords(shown, caller.language),
      area,
      isCaretaker,
      homeAuthority,
      event: { ...part.event, at: part.at },
    };
  }
}

const receiptOf = ({ seq, type, at, hash }: ReferralAnswerShape['event']): ReferralAnswerShape['event'] => ({
  seq,
  type,
  at,
  hash,
});

function never(): never {
  throw new Error('A command that was done has an answer.');
}
