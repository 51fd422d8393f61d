import { openMeetingShape } from '#casework';
import { Code, List, Moment, Nullable, Day, Parts, Text, Uuid, Whole } from '../../shell/shape-fields.js';
import { shapeClass } from '../../shell/shape-class.js';

/** Who is called to the meeting, and when. */
export const OpenMeetingShape = shapeClass('OpenMeetingShape', openMeetingShape);

export class OpenedMeetingShape {
  @Uuid() meeting: string;
}

export class MeetingMemberShape {
  @Text() person: string;
  @Text() role: string;
}

export class PackPaperShape {
  @Uuid() document: string;
  @Whole() version: number;
  @Text() kind: string;
  @Code(['youthJustice', 'police', 'victim', 'everyone']) view: string;
  @Text() hash: string;
}

/** A case on the list, with the papers in the reader's view: the child first, the score last. */
export class AgendaItemShape {
  @Text() reference: string;
  @Text() state: string;
  @Whole() version: number;
  @Nullable() @Day() panelDueOn: string | null;
  @Parts(() => PackPaperShape, { max: 10_000 }) papers: PackPaperShape[];
}

export class MeetingShape {
  @Uuid() meeting: string;
  @Moment() at: string;
  @Text() area: string;
  @Parts(() => MeetingMemberShape) members: MeetingMemberShape[];
  @List() @Text({ each: true }) views: string[];
  @Parts(() => AgendaItemShape, { max: 1000 }) agenda: AgendaItemShape[];
}
