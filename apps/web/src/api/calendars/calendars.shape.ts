import { learnOfHolidayShape } from '#casework';
import { Text } from '../../shell/shape-fields.js';
import { shapeClass } from '../../shell/shape-class.js';

/** Days that became bank holidays, and days that no longer are. */
export const NewHolidaysShape = shapeClass('NewHolidaysShape', learnOfHolidayShape);

export class NewCalendarShape {
  @Text() version: string;
}
