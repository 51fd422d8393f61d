import { referralShape, sentPoliceFileShape } from '#casework';
import { CaseAnswerShape, EventReceiptShape, ExplainedClockShape } from '../../shell/case-answer.shape.js';
import { Email, Flag, Moment, Nullable, Part, Parts, Text, Uuid, Whole } from '../../shell/shape-fields.js';
import { shapeClass } from '../../shell/shape-class.js';

/** The bodies as the commands read them; the commands answer every fault at once, of shape and of meaning. */
export const ReferralShape = shapeClass('ReferralShape', referralShape);
export const PoliceFileShape = shapeClass('PoliceFileShape', sentPoliceFileShape);

/** A referral on record. A caretaker service acts for a home authority that no service in Teg serves. */
export class ReferralAnswerShape extends CaseAnswerShape {
  @Text() area: string;
  @Flag() isCaretaker: boolean;
  @Nullable() @Text() homeAuthority: string | null;
  @Part(() => EventReceiptShape) event: EventReceiptShape;
}

export class TakenPaperShape {
  @Uuid() document: string;
  @Whole({ min: 1 }) version: number;
  @Text() hash: string;
}

/** A police file on record. */
export class PoliceFileAnswerShape extends CaseAnswerShape {
  @Part(() => TakenPaperShape) paper: TakenPaperShape;
  @Part(() => EventReceiptShape) event: EventReceiptShape;
}

export class PartEventShape {
  @Whole({ min: 1 }) seq: number;
  @Text() type: string;
  @Text() hash: string;
}

export class ReceivedPartShape {
  @Text() kind: string;
  @Uuid() document: string;
  @Whole({ min: 1 }) version: number;
  @Text() hash: string;
  @Moment() at: string;
  @Part(() => PartEventShape) event: PartEventShape;
}

/** What was received, when, and what is due when and why. */
export class ReceiptShape {
  @Text() reference: string;
  @Nullable() @Moment() receivedAt: string | null;
  @Moment() recordedAt: string;
  @Email() by: string;
  @Text() area: string;
  @Flag() isCaretaker: boolean;
  @Nullable() @Text() homeAuthority: string | null;
  @Parts(() => ReceivedPartShape) parts: ReceivedPartShape[];
  @Parts(() => ExplainedClockShape) clocks: ExplainedClockShape[];
}
