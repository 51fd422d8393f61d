import { roles } from '#people';
import { Code, Email, List, Text, Uuid } from '../../shell/shape-fields.js';

/** Who is signed in, and what they may do and see. */
export class MeShape {
  @Uuid() id: string;
  @Email() email: string;
  @Text() organisation: string;
  @List() @Code(roles, { each: true }) roles: string[];
  @List() @Text({ each: true }) rooms: string[];
  @List() @Code(['youthJustice', 'police', 'victim'], { each: true }) views: string[];
  /** Actions of the access table that the roles include. */
  @List({ max: 1000 }) @Text({ each: true }) actions: string[];
}
